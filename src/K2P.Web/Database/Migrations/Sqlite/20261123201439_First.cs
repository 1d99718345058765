using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace K2P.Web.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    original_filename = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: false
                    ),
                    input_size = table.Column<long>(type: "INTEGER", nullable: false),
                    input_sha256 = table.Column<string>(
                        type: "TEXT",
                        maxLength: 64,
                        nullable: false
                    ),
                    result_size = table.Column<long>(type: "INTEGER", nullable: true),
                    result_name = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: true
                    ),
                    workbook = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    graph = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    strict = table.Column<bool>(type: "INTEGER", nullable: false),
                    bundle_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    result_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    report_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    available_at = table.Column<long>(type: "INTEGER", nullable: true),
                    worker_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    lease_token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    converter_version = table.Column<string>(
                        type: "TEXT",
                        maxLength: 100,
                        nullable: true
                    ),
                    converter_image = table.Column<string>(
                        type: "TEXT",
                        maxLength: 100,
                        nullable: true
                    ),
                    sandbox_kind = table.Column<string>(
                        type: "TEXT",
                        maxLength: 32,
                        nullable: true
                    ),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    error_message = table.Column<string>(
                        type: "TEXT",
                        maxLength: 1000,
                        nullable: true
                    ),
                    totals = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    stdout_tail = table.Column<string>(
                        type: "TEXT",
                        maxLength: 8000,
                        nullable: true
                    ),
                    stderr_tail = table.Column<string>(
                        type: "TEXT",
                        maxLength: 8000,
                        nullable: true
                    ),
                    client_hash = table.Column<string>(
                        type: "TEXT",
                        maxLength: 64,
                        nullable: false
                    ),
                    idempotency_key = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: true
                    ),
                    request_hash = table.Column<string>(
                        type: "TEXT",
                        maxLength: 64,
                        nullable: false
                    ),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "service_secrets",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_secrets", x => x.name);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_client_hash_idempotency_key",
                table: "jobs",
                columns: new[] { "client_hash", "idempotency_key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_expires_at",
                table: "jobs",
                columns: new[] { "status", "expires_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_id",
                table: "jobs",
                columns: new[] { "status", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_lease_until",
                table: "jobs",
                columns: new[] { "status", "lease_until" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "jobs");

            migrationBuilder.DropTable(name: "service_secrets");
        }
    }
}
