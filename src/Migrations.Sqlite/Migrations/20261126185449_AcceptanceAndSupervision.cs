using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yiwang.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AcceptanceAndSupervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_region_state_answer_by_case",
                table: "handling_tasks");

            migrationBuilder.AddColumn<string>(
                name: "resident_key",
                table: "identity_people",
                type: "TEXT",
                unicode: false,
                maxLength: 43,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent_name",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "check_sent",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "handling_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "commitments_due",
                table: "handling_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due",
                table: "handling_tasks",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "handler",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 96,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "handler_name",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recused",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reviewer",
                table: "handling_tasks",
                type: "TEXT",
                maxLength: 96,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "successor",
                table: "directory_departments",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "acceptance_drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "papers_consent",
                table: "acceptance_drafts",
                type: "TEXT",
                maxLength: 43,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "collect_at",
                table: "acceptance_cases",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "not_granted",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ready_at",
                table: "acceptance_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agent",
                table: "acceptance_bundle_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commitments",
                table: "acceptance_bundle_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "acceptance_bundle_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance_batch_rows",
                columns: table => new
                {
                    batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    problems = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_batch_rows", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    applicant_kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    applicant_number = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_phone = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_commitments",
                columns: table => new
                {
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    applicant_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    check_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    check_by_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    overdue_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    correct_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_commitments", x => new { x.@case, x.code });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_outgoing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    given_up = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_outgoing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_transfer_lines",
                columns: table => new
                {
                    slip = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    item_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    copies = table.Column<int>(type: "INTEGER", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_lines", x => new { x.slip, x.@case });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_transfer_series",
                columns: table => new
                {
                    from = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_series", x => new { x.from, x.year });
                });

            migrationBuilder.CreateTable(
                name: "acceptance_transfer_slips",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    from_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    from_region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    to_region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    packed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    packed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    handed_over_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    handed_over_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    received_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    missing = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_transfer_slips", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_workload",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    deciding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    point_name = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    point_region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false),
                    handed_over = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_workload", x => new { x.month, x.point, x.deciding });
                });

            migrationBuilder.CreateTable(
                name: "identity_delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    principal_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    principal_number = table.Column<string>(type: "TEXT", nullable: false),
                    principal_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    principal_phone = table.Column<string>(type: "TEXT", nullable: false),
                    agent_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    agent_number = table.Column<string>(type: "TEXT", nullable: false),
                    agent_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 43, nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_delegations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_parked",
                columns: table => new
                {
                    reader = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    stream = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_parked", x => new { x.reader, x.position });
                });

            migrationBuilder.CreateTable(
                name: "supervision_cases",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    legal_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    promised_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    promised_days = table.Column<int>(type: "INTEGER", nullable: false),
                    awaits_applicant = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reviewed = table.Column<bool>(type: "INTEGER", nullable: false),
                    correction_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ending = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    rated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen = table.Column<int>(type: "INTEGER", nullable: false),
                    check_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_cases", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "supervision_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    item = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    answer_kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_items",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_items", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "supervision_letter_series",
                columns: table => new
                {
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_letter_series", x => new { x.region, x.year });
                });

            migrationBuilder.CreateTable(
                name: "supervision_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    finding = table.Column<Guid>(type: "TEXT", nullable: false),
                    @case = table.Column<string>(name: "case", type: "TEXT", unicode: false, maxLength: 21, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    department_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    demand = table.Column<string>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_rules",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    parameter = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_rules", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "supervision_tallies",
                columns: table => new
                {
                    grain = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    submitted = table.Column<int>(type: "INTEGER", nullable: false),
                    online = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    corrections = table.Column<int>(type: "INTEGER", nullable: false),
                    granted = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    declined = table.Column<int>(type: "INTEGER", nullable: false),
                    stopped = table.Column<int>(type: "INTEGER", nullable: false),
                    early = table.Column<int>(type: "INTEGER", nullable: false),
                    on_time = table.Column<int>(type: "INTEGER", nullable: false),
                    late = table.Column<int>(type: "INTEGER", nullable: false),
                    one_visit = table.Column<int>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    promised_days = table.Column<int>(type: "INTEGER", nullable: false),
                    rated = table.Column<int>(type: "INTEGER", nullable: false),
                    badly_rated = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_tallies", x => new { x.grain, x.period, x.region, x.department, x.item, x.channel, x.point });
                });

            migrationBuilder.CreateIndex(
                name: "ix_identity_people_resident_key",
                table: "identity_people",
                column: "resident_key");

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_handler_state_due_case",
                table: "handling_tasks",
                columns: new[] { "handler", "state", "due", "case" });

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_region_commitments_due_case",
                table: "handling_tasks",
                columns: new[] { "region", "commitments_due", "case" });

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_region_state_due_case",
                table: "handling_tasks",
                columns: new[] { "region", "state", "due", "case" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_drafts_updated_at",
                table: "acceptance_drafts",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_bundle",
                table: "acceptance_cases",
                column: "bundle",
                filter: "bundle is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_collect_at_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "collect_at", "ready_at", "number" },
                filter: "ready_at is not null and collect_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_department_region_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "department_region", "ready_at", "number" },
                filter: "ready_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_cases_service_point_ready_at_number",
                table: "acceptance_cases",
                columns: new[] { "service_point", "ready_at", "number" },
                filter: "ready_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batch_rows_batch_state",
                table: "acceptance_batch_rows",
                columns: new[] { "batch", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batches_owner_begun_at",
                table: "acceptance_batches",
                columns: new[] { "owner", "begun_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_batches_state",
                table: "acceptance_batches",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_applicant_key_state",
                table: "acceptance_commitments",
                columns: new[] { "applicant_key", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_state_check_by",
                table: "acceptance_commitments",
                columns: new[] { "state", "check_by" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_commitments_state_correct_by",
                table: "acceptance_commitments",
                columns: new[] { "state", "correct_by" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_outgoing_due_at",
                table: "acceptance_outgoing",
                column: "due_at",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_lines_case_kind_attempt",
                table: "acceptance_transfer_lines",
                columns: new[] { "case", "kind", "attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_from_region_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "from_region", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_from_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "from", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_number",
                table: "acceptance_transfer_slips",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_to_region_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "to_region", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_transfer_slips_to_state_packed_at",
                table: "acceptance_transfer_slips",
                columns: new[] { "to", "state", "packed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_delegations_agent_key_at",
                table: "identity_delegations",
                columns: new[] { "agent_key", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_delegations_principal_key_at",
                table: "identity_delegations",
                columns: new[] { "principal_key", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_parked_reader_stream",
                table: "journal_parked",
                columns: new[] { "reader", "stream" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_check_on_number",
                table: "supervision_cases",
                columns: new[] { "check_on", "number" },
                filter: "check_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_department_ended_at",
                table: "supervision_cases",
                columns: new[] { "department", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_department_submitted_at",
                table: "supervision_cases",
                columns: new[] { "department", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_point_submitted_at",
                table: "supervision_cases",
                columns: new[] { "point", "submitted_at" },
                filter: "point <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_region_ended_at",
                table: "supervision_cases",
                columns: new[] { "region", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_cases_region_submitted_at_promised_due",
                table: "supervision_cases",
                columns: new[] { "region", "submitted_at", "promised_due" },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_case_rule_occurrence",
                table: "supervision_findings",
                columns: new[] { "case", "rule", "occurrence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_found_at",
                table: "supervision_findings",
                column: "found_at");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_region_state_found_at",
                table: "supervision_findings",
                columns: new[] { "region", "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_findings_state_found_at",
                table: "supervision_findings",
                columns: new[] { "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_letters_finding",
                table: "supervision_letters",
                column: "finding",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_letters_region_state_due",
                table: "supervision_letters",
                columns: new[] { "region", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_letters_state_due",
                table: "supervision_letters",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_tallies_department_grain",
                table: "supervision_tallies",
                columns: new[] { "department", "grain" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_batch_rows");

            migrationBuilder.DropTable(
                name: "acceptance_batches");

            migrationBuilder.DropTable(
                name: "acceptance_commitments");

            migrationBuilder.DropTable(
                name: "acceptance_outgoing");

            migrationBuilder.DropTable(
                name: "acceptance_transfer_lines");

            migrationBuilder.DropTable(
                name: "acceptance_transfer_series");

            migrationBuilder.DropTable(
                name: "acceptance_transfer_slips");

            migrationBuilder.DropTable(
                name: "acceptance_workload");

            migrationBuilder.DropTable(
                name: "identity_delegations");

            migrationBuilder.DropTable(
                name: "journal_parked");

            migrationBuilder.DropTable(
                name: "supervision_cases");

            migrationBuilder.DropTable(
                name: "supervision_findings");

            migrationBuilder.DropTable(
                name: "supervision_items");

            migrationBuilder.DropTable(
                name: "supervision_letter_series");

            migrationBuilder.DropTable(
                name: "supervision_letters");

            migrationBuilder.DropTable(
                name: "supervision_rules");

            migrationBuilder.DropTable(
                name: "supervision_tallies");

            migrationBuilder.DropIndex(
                name: "ix_identity_people_resident_key",
                table: "identity_people");

            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_handler_state_due_case",
                table: "handling_tasks");

            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_region_commitments_due_case",
                table: "handling_tasks");

            migrationBuilder.DropIndex(
                name: "ix_handling_tasks_region_state_due_case",
                table: "handling_tasks");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_drafts_updated_at",
                table: "acceptance_drafts");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_bundle",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_collect_at_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_department_region_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropIndex(
                name: "ix_acceptance_cases_service_point_ready_at_number",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "resident_key",
                table: "identity_people");

            migrationBuilder.DropColumn(
                name: "agent_name",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "check_sent",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "commitments_due",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "due",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "handler",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "handler_name",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "recused",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "reviewer",
                table: "handling_tasks");

            migrationBuilder.DropColumn(
                name: "successor",
                table: "directory_departments");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "papers_consent",
                table: "acceptance_drafts");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "collect_at",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "not_granted",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "ready_at",
                table: "acceptance_cases");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "acceptance_bundle_cases");

            migrationBuilder.DropColumn(
                name: "commitments",
                table: "acceptance_bundle_cases");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "acceptance_bundle_cases");

            migrationBuilder.CreateIndex(
                name: "ix_handling_tasks_region_state_answer_by_case",
                table: "handling_tasks",
                columns: new[] { "region", "state", "answer_by", "case" });
        }
    }
}
