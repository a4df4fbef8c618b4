using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_cases",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    item_version = table.Column<int>(type: "INTEGER", nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    department_region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    service_point_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    applicant_kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    applicant_number = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_phone = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    submissions = table.Column<int>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    correction_problems = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_by = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    legal_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    promised_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    ending = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    licence_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    licence_number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    licence_valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handed_over = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    handed_over_to = table.Column<string>(type: "TEXT", nullable: true),
                    handed_over_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_cases", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    item_version = table.Column<int>(type: "INTEGER", nullable: false),
                    form_version = table.Column<int>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    applicant_kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    applicant_number = table.Column<string>(type: "TEXT", nullable: true),
                    applicant_phone = table.Column<string>(type: "TEXT", nullable: true),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    done_sections = table.Column<string>(type: "TEXT", nullable: false),
                    notice = table.Column<string>(type: "TEXT", nullable: true),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_sequences",
                columns: table => new
                {
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_up_to = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_sequences", x => new { x.region, x.day });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_submission_keys",
                columns: table => new
                {
                    client = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_submission_keys", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_submissions",
                columns: table => new
                {
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    form_version = table.Column<int>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_submissions", x => new { x.@case, x.number });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_items",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    popularity = table.Column<int>(type: "INTEGER", nullable: false),
                    elements = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_items", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_lists",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_lists", x => new { x.list, x.id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_themes",
                columns: table => new
                {
                    audience = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_themes", x => new { x.audience, x.name });
                });

            migrationBuilder.CreateTable(
                name: "directory_departments",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    municipal_code = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    current = table.Column<bool>(type: "INTEGER", nullable: false),
                    sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_departments", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "directory_regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parent = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    current = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_station = table.Column<bool>(type: "INTEGER", nullable: false),
                    sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_regions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "directory_service_points",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_service_points", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "documents_materials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handed_in = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_materials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_conversations",
                columns: table => new
                {
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    sent_up_to = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_up_to = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_conversations", x => new { x.@case, x.system });
                });

            migrationBuilder.CreateTable(
                name: "exchange_inbound",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    jti = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    refusal_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    refusal_reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_inbound", x => new { x.source, x.id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_keys",
                columns: table => new
                {
                    kid = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    jwk = table.Column<string>(type: "TEXT", nullable: false),
                    registered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_keys", x => x.kid);
                });

            migrationBuilder.CreateTable(
                name: "exchange_mappings",
                columns: table => new
                {
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_mappings", x => new { x.system, x.item });
                });

            migrationBuilder.CreateTable(
                name: "exchange_materials",
                columns: table => new
                {
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    material = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_materials", x => new { x.system, x.material });
                });

            migrationBuilder.CreateTable(
                name: "exchange_outbound",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_outbound", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_routes",
                columns: table => new
                {
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    system = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_routes", x => new { x.department, x.item });
                });

            migrationBuilder.CreateTable(
                name: "exchange_signatures",
                columns: table => new
                {
                    kid = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    jti = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_signatures", x => new { x.kid, x.jti });
                });

            migrationBuilder.CreateTable(
                name: "exchange_systems",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    connector = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    endpoint = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    client_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    planned_connector = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    planned_items = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_systems", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "forms_definitions",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    definition = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forms_definitions", x => new { x.item, x.version });
                });

            migrationBuilder.CreateTable(
                name: "handling_document_series",
                columns: table => new
                {
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handling_document_series", x => new { x.department, x.year });
                });

            migrationBuilder.CreateTable(
                name: "handling_messages",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handling_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handling_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent = table.Column<bool>(type: "INTEGER", nullable: false),
                    refused = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handling_replies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handling_tasks",
                columns: table => new
                {
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    result_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    received_at = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    promised_days = table.Column<int>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    form_fields = table.Column<string>(type: "TEXT", nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    platform_state = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    promised_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    correction_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    reviewed = table.Column<bool>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    platform_ending = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    reply_refused = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    taken_up_to = table.Column<int>(type: "INTEGER", nullable: false),
                    replied_up_to = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handling_tasks", x => x.@case);
                });

            migrationBuilder.CreateTable(
                name: "identity_people",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    resident_id = table.Column<string>(type: "TEXT", nullable: false),
                    company = table.Column<string>(type: "TEXT", unicode: false, maxLength: 18, nullable: false),
                    company_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    service_point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    posts = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_system_applications",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    application_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    client_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    client_secret = table.Column<string>(type: "TEXT", nullable: true),
                    client_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    concurrency_token = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    consent_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    display_name = table.Column<string>(type: "TEXT", nullable: true),
                    display_names = table.Column<string>(type: "TEXT", nullable: true),
                    json_web_key_set = table.Column<string>(type: "TEXT", nullable: true),
                    permissions = table.Column<string>(type: "TEXT", nullable: true),
                    post_logout_redirect_uris = table.Column<string>(type: "TEXT", nullable: true),
                    properties = table.Column<string>(type: "TEXT", nullable: true),
                    redirect_uris = table.Column<string>(type: "TEXT", nullable: true),
                    requirements = table.Column<string>(type: "TEXT", nullable: true),
                    settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_system_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_system_scopes",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    concurrency_token = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    display_name = table.Column<string>(type: "TEXT", nullable: true),
                    display_names = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    properties = table.Column<string>(type: "TEXT", nullable: true),
                    resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_system_scopes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    stream = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "journal_checkpoints",
                columns: table => new
                {
                    reader = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_checkpoints", x => x.reader);
                });

            migrationBuilder.CreateTable(
                name: "journal_roots",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_position = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_roots", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "kernel_calendar_days",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_workday = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_calendar_days", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "kernel_personal_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_personal_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "identity_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_claims_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "identity_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_identity_logins_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "identity_tokens",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_identity_tokens_identity_people_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_system_authorizations",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    application_id = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_token = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    properties = table.Column<string>(type: "TEXT", nullable: true),
                    scopes = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_system_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_system_authorizations_identity_system_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "identity_system_applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "identity_system_tokens",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    application_id = table.Column<string>(type: "TEXT", nullable: true),
                    authorization_id = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_token = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    payload = table.Column<string>(type: "TEXT", nullable: true),
                    properties = table.Column<string>(type: "TEXT", nullable: true),
                    redemption_date = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reference_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_system_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_system_tokens_identity_system_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "identity_system_applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_identity_system_tokens_identity_system_authorizations_authorization_id",
                        column: x => x.authorization_id,
                        principalTable: "identity_system_authorizations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_applicant_key_submitted_at",
                table: "acceptance_cases",
                columns: new[] { "applicant_key", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_department_region_state_answer_by_number",
                table: "acceptance_cases",
                columns: new[] { "department_region", "state", "answer_by", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_service_point_state_answer_by_number",
                table: "acceptance_cases",
                columns: new[] { "service_point", "state", "answer_by", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_state_answer_by",
                table: "acceptance_cases",
                columns: new[] { "state", "answer_by" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_drafts_owner_updated_at",
                table: "acceptance_drafts",
                columns: new[] { "owner", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_items_state",
                table: "catalogue_items",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_directory_departments_municipal_code_region",
                table: "directory_departments",
                columns: new[] { "municipal_code", "region" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_regions_parent",
                table: "directory_regions",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_directory_service_points_region",
                table: "directory_service_points",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_documents_materials_handed_in_uploaded_at",
                table: "documents_materials",
                columns: new[] { "handed_in", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_materials_sha256",
                table: "documents_materials",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_inbound_case_system_sequence",
                table: "exchange_inbound",
                columns: new[] { "case", "system", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exchange_outbound_case_system_sequence",
                table: "exchange_outbound",
                columns: new[] { "case", "system", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exchange_outbound_state_system_next_attempt_at",
                table: "exchange_outbound",
                columns: new[] { "state", "system", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "ix_exchange_signatures_at",
                table: "exchange_signatures",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_handling_messages_case_sequence",
                table: "handling_messages",
                columns: new[] { "case", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_handling_replies_case_sequence",
                table: "handling_replies",
                columns: new[] { "case", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handling_replies_sent_at",
                table: "handling_replies",
                columns: new[] { "sent", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_region_state_answer_by_case",
                table: "handling_tasks",
                columns: new[] { "region", "state", "answer_by", "case" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_claims_user_id",
                table: "identity_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_logins_user_id",
                table: "identity_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_normalized_user_name",
                table: "identity_people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_applications_client_id",
                table: "identity_system_applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_authorizations_application_id_status_subject_type",
                table: "identity_system_authorizations",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_scopes_name",
                table: "identity_system_scopes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_tokens_application_id_status_subject_type",
                table: "identity_system_tokens",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_tokens_authorization_id",
                table: "identity_system_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "ix_identity_system_tokens_reference_id",
                table: "identity_system_tokens",
                column: "reference_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_kind_position",
                table: "journal",
                columns: new[] { "kind", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_stream_version",
                table: "journal",
                columns: new[] { "stream", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_cases");

            migrationBuilder.DropTable(
                name: "acceptance_drafts");

            migrationBuilder.DropTable(
                name: "acceptance_sequences");

            migrationBuilder.DropTable(
                name: "acceptance_submission_keys");

            migrationBuilder.DropTable(
                name: "acceptance_submissions");

            migrationBuilder.DropTable(
                name: "catalogue_items");

            migrationBuilder.DropTable(
                name: "catalogue_lists");

            migrationBuilder.DropTable(
                name: "catalogue_themes");

            migrationBuilder.DropTable(
                name: "directory_departments");

            migrationBuilder.DropTable(
                name: "directory_regions");

            migrationBuilder.DropTable(
                name: "directory_service_points");

            migrationBuilder.DropTable(
                name: "documents_materials");

            migrationBuilder.DropTable(
                name: "exchange_conversations");

            migrationBuilder.DropTable(
                name: "exchange_inbound");

            migrationBuilder.DropTable(
                name: "exchange_keys");

            migrationBuilder.DropTable(
                name: "exchange_mappings");

            migrationBuilder.DropTable(
                name: "exchange_materials");

            migrationBuilder.DropTable(
                name: "exchange_outbound");

            migrationBuilder.DropTable(
                name: "exchange_routes");

            migrationBuilder.DropTable(
                name: "exchange_signatures");

            migrationBuilder.DropTable(
                name: "exchange_systems");

            migrationBuilder.DropTable(
                name: "forms_definitions");

            migrationBuilder.DropTable(
                name: "handling_document_series");

            migrationBuilder.DropTable(
                name: "handling_messages");

            migrationBuilder.DropTable(
                name: "handling_replies");

            migrationBuilder.DropTable(
                name: "handling_tasks");

            migrationBuilder.DropTable(
                name: "identity_claims");

            migrationBuilder.DropTable(
                name: "identity_logins");

            migrationBuilder.DropTable(
                name: "identity_system_scopes");

            migrationBuilder.DropTable(
                name: "identity_system_tokens");

            migrationBuilder.DropTable(
                name: "identity_tokens");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "journal_checkpoints");

            migrationBuilder.DropTable(
                name: "journal_roots");

            migrationBuilder.DropTable(
                name: "kernel_calendar_days");

            migrationBuilder.DropTable(
                name: "kernel_personal_keys");

            migrationBuilder.DropTable(
                name: "identity_system_authorizations");

            migrationBuilder.DropTable(
                name: "identity_people");

            migrationBuilder.DropTable(
                name: "identity_system_applications");
        }
    }
}
