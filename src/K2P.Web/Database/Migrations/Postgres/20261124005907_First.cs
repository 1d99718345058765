using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace K2P.Web.Database.Migrations.Postgres
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
                    id = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false,
                        collation: "C"
                    ),
                    status = table.Column<string>(
                        type: "character varying(16)",
                        maxLength: 16,
                        nullable: false
                    ),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    original_filename = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    input_size = table.Column<long>(type: "bigint", nullable: false),
                    input_sha256 = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    result_size = table.Column<long>(type: "bigint", nullable: true),
                    result_name = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    workbook = table.Column<string>(
                        type: "character varying(8)",
                        maxLength: 8,
                        nullable: true
                    ),
                    graph = table.Column<string>(
                        type: "character varying(8)",
                        maxLength: 8,
                        nullable: true
                    ),
                    strict = table.Column<bool>(type: "boolean", nullable: false),
                    bundle_key = table.Column<string>(
                        type: "character varying(128)",
                        maxLength: 128,
                        nullable: true
                    ),
                    result_key = table.Column<string>(
                        type: "character varying(128)",
                        maxLength: 128,
                        nullable: true
                    ),
                    report_key = table.Column<string>(
                        type: "character varying(128)",
                        maxLength: 128,
                        nullable: true
                    ),
                    turn = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    available_at = table.Column<long>(type: "bigint", nullable: true),
                    worker_id = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    lease_token = table.Column<string>(
                        type: "character varying(32)",
                        maxLength: 32,
                        nullable: true
                    ),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    converter_version = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    converter_image = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    sandbox_kind = table.Column<string>(
                        type: "character varying(32)",
                        maxLength: 32,
                        nullable: true
                    ),
                    error_code = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: true
                    ),
                    error_message = table.Column<string>(
                        type: "character varying(1000)",
                        maxLength: 1000,
                        nullable: true
                    ),
                    totals = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: true
                    ),
                    stdout_tail = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: true
                    ),
                    stderr_tail = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: true
                    ),
                    client_hash = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    idempotency_key = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    request_hash = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    purge_at = table.Column<long>(type: "bigint", nullable: true),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
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
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_secrets", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "uploaded_nodes",
                columns: table => new
                {
                    job_id = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false,
                        collation: "C"
                    ),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    factory = table.Column<string>(
                        type: "character varying(300)",
                        maxLength: 300,
                        nullable: false
                    ),
                    name = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    status = table.Column<string>(
                        type: "character varying(16)",
                        maxLength: 16,
                        nullable: false
                    ),
                    count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploaded_nodes", x => new { x.job_id, x.ordinal });
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_client_hash_idempotency_key",
                table: "jobs",
                columns: new[] { "client_hash", "idempotency_key" },
                unique: true
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
                name: "IX_jobs_status_expires_at",
                table: "jobs",
                columns: new[] { "status", "expires_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_jobs_status_lease_until",
                table: "jobs",
                columns: new[] { "status", "lease_until" }
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
            migrationBuilder.DropTable(name: "jobs");

            migrationBuilder.DropTable(name: "service_secrets");

            migrationBuilder.DropTable(name: "uploaded_nodes");
        }
    }
}
