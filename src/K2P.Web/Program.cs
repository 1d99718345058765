using K2P.Web;

return await ServiceHost.RunAsync(args);
