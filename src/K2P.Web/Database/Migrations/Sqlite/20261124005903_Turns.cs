using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace K2P.Web.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Turns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_jobs_status_id", table: "jobs");

            migrationBuilder.AddColumn<long>(
                name: "purge_at",
                table: "jobs",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "turn",
                table: "jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.CreateTable(
                name: "uploaded_nodes",
                columns: table => new
                {
                    job_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    factory = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploaded_nodes", x => new { x.job_id, x.ordinal });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_client_hash_status_turn",
                table: "jobs",
                columns: new[] { "client_hash", "status", "turn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_purge_at",
                table: "jobs",
                column: "purge_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_turn_id",
                table: "jobs",
                columns: new[] { "status", "turn", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_uploaded_nodes_status_factory",
                table: "uploaded_nodes",
                columns: new[] { "status", "factory" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "uploaded_nodes");

            migrationBuilder.DropIndex(name: "IX_jobs_client_hash_status_turn", table: "jobs");

            migrationBuilder.DropIndex(name: "IX_jobs_purge_at", table: "jobs");

            migrationBuilder.DropIndex(name: "IX_jobs_status_turn_id", table: "jobs");

            migrationBuilder.DropColumn(name: "purge_at", table: "jobs");

            migrationBuilder.DropColumn(name: "turn", table: "jobs");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_id",
                table: "jobs",
                columns: new[] { "status", "id" }
            );
        }
    }
}
