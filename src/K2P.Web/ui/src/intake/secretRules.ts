// Which settings hold a password, a token or a key: by type, by name, or by the form of the value. The same rules as the
// service's own (K2P.Bundles/Secrets/SecretRules.cs); tests/bundles holds the cases that both are tested with.

const plainTypes = new Set(["xboolean", "xint", "xlong", "xdouble", "xfloat", "xshort", "xbyte"]);

const secretName = new RegExp(
  "(?:passw(?:or)?d|passphrase|passwort|pwd|secret|(?:password|secret)[-_. ]*(?:weakly)?[-_. ]*encrypted|" +
    "(?:secret|api|access|private|account|storage|shared|encryption|subscription)[-_. ]*(?:access[-_. ]*)?key|" +
    "(?:api|access|refresh|auth|bearer|sas|id|session|security|oauth)[-_. ]*token|token[-_. ]*secret|" +
    "credential[-_. ]*byte[-_. ]*file|^(?:x-)?token|^(?:proxy-)?authorization|^(?:set-)?cookie)$",
  "i",
);

/** A text in quotes that is given to a secret's name, in JSON or in a program. */
const quoted = new RegExp(
  "((?:passw(?:or)?d|passphrase|pwd|secret|(?:secret|api|access|private)[-_]?(?:access[-_]?)?key|token)" +
    "(?:\\\\?[\"'])?\\s{0,9}[=:]\\s{0,9}\\\\?[\"'])[^\"'\\r\\n\\\\]+",
  "gi",
);

/** The password in a connection string or in the query of an address; not an argument of a function. */
const inConnection = new RegExp(
  "((?:^|[;?&]|[A-Za-z0-9_\"'] )\\s{0,9}(?:[A-Za-z.]{0,20}password|passwd|pwd|client_secret|secret|api_?key|key|sig|" +
    "(?:account|shared|secret)[A-Za-z]{0,10}key|(?:access_?)?token)=)(?![=])[^;&\\s\"']+",
  "gi",
);

/** The password in https://user:password@host. */
const inAddress = /(:\/\/[^/?#@:\s"']*:)[^\s/"'<>]+(?=@)/g;

/** What follows an authorisation scheme. */
const scheme = /(?<![A-Za-z0-9_-])(Bearer |Basic )(?=[A-Za-z+/_~-]*[0-9=])[A-Za-z0-9+/=._~-]{8,}/gi;

/** Forms of tokens that their makers document, and private keys. */
const token = new RegExp(
  "(?<![A-Za-z0-9_-])(?:sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|" +
    "glpat-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|" +
    "hf_[A-Za-z0-9]{30,}|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*)|" +
    "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)",
  "g",
);

/** The value with every secret taken out, or the value itself when it holds none. */
export function blank(name: string, type: string, value: string): string {
  if (value.length === 0 || type === "xpassword") return "";
  if (plainTypes.has(type)) return value;
  return isSecretName(name) && !isReference(value) ? "" : blankText(value);
}

/** True for names such as `password`, `apiKey`, `client_secret`; false for `tokenizer`, `credentialsId`. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

function blankText(text: string): string {
  return text
    .replace(quoted, "$1")
    .replace(inConnection, "$1")
    .replace(inAddress, "$1")
    .replace(scheme, "$1")
    .replace(token, "");
}

/** A variable, which KNIME looks up, is no secret, and neither is a choice. */
function isReference(value: string): boolean {
  return value.startsWith("$${") || ["true", "false", "none", "null"].includes(value);
}
