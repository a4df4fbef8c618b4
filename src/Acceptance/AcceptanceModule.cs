using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Apply;
using Yiwang.Acceptance.Appointments;
using Yiwang.Acceptance.Batches;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.CasesApi;
using Yiwang.Acceptance.Commitments;
using Yiwang.Acceptance.Correct;
using Yiwang.Acceptance.Delivery;
using Yiwang.Acceptance.DeskCases;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.HandOver;
using Yiwang.Acceptance.Joint;
using Yiwang.Acceptance.Limits;
using Yiwang.Acceptance.Messages;
using Yiwang.Acceptance.MyCases;
using Yiwang.Acceptance.Notices;
using Yiwang.Acceptance.Outgoing;
using Yiwang.Acceptance.Owed;
using Yiwang.Acceptance.Query;
using Yiwang.Acceptance.Queue;
using Yiwang.Acceptance.Ratings;
using Yiwang.Acceptance.Reform;
using Yiwang.Acceptance.Replies;
using Yiwang.Acceptance.Reuse;
using Yiwang.Acceptance.Submit;
using Yiwang.Acceptance.Timeline;
using Yiwang.Acceptance.Transfers;
using Yiwang.Acceptance.Urge;
using Yiwang.Acceptance.Withdraw;
using Yiwang.Acceptance.Workload;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance;

/// <summary>统一受理平台: cases from hand-in to hand-over, for all channels.</summary>
public sealed class AcceptanceModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AcceptanceSettings>();
        services.AddSingleton<CaseNumbers>();
        services.AddScoped<CaseActs>();
        services.AddScoped<MaterialCheck>();
        services.AddScoped<CommitmentCheck>();
        services.AddScoped<CommitmentActs>();
        services.AddScoped<DraftCommitments>();
        services.AddSingleton<WatchCommitments>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchCommitments>());
        services.AddScoped<SubmitCaseHandler>();
        services.AddScoped<OpenCase>();
        services.AddScoped<SubmitOnceHandler>();
        services.AddScoped<SupplyCorrectionHandler>();
        services.AddScoped<SignCommitment>();
        services.AddSingleton<NoticeAddress>();
        services.AddScoped<ReceiptPaper>();
        services.AddScoped<CasePapers>();
        services.AddJournalReader<IssueNotices>();
        services.AddJournalReader<TellApplicants>();
        services.AddScoped<TellOutside>();
        services.AddSingleton<Ways>();
        services.AddSingleton<SmsGateway>();
        services.AddSingleton<MailSender>();
        services.AddHttpClient(SmsGateway.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<SendOutgoing>();
        services.AddHostedService(provider => provider.GetRequiredService<SendOutgoing>());
        services.AddScoped<MyMessages>();
        services.AddSingleton<QueryGate>();
        services.AddScoped<CaseQuery>();
        services.AddScoped<JointActs>();
        services.AddScoped<ComposeOpinion>();
        services.AddScoped<OwedMaterials>();
        services.AddScoped<SupplyOwedHandler>();
        services.AddScoped<WithdrawCaseHandler>();
        services.AddScoped<UrgeCaseHandler>();
        services.AddScoped<RatingActs>();
        services.AddSingleton(new DeskEntry(Policies.Window, AcceptanceRoutes.DeskRatings, "star", "好差评", "核实并回复差评"));
        services.AddScoped<ChooseDelivery>();
        services.AddSingleton<CollectCode>();
        services.AddScoped<HandOverResultHandler>();
        services.AddScoped<ReadyToTravel>();
        services.AddScoped<TransferActs>();
        foreach (var policy in new[] { Policies.Window, Policies.Handler }) services.AddSingleton(new DeskEntry(policy, TransferWords.Pages, "package", "物料流转", "纸质材料和结果的打包、交接、签收"));
        services.AddScoped<ReadWorkload>();
        services.AddJournalReader<CountWorkload>();
        services.AddJournalReader<MoveCases>();
        services.AddSingleton(new DeskEntry(Policies.Window, WorkloadSheet.Page, "report-money", "通办工作量", "各服务点的工作量，地区之间的结算"));
        services.AddScoped<CaseTimeline>();
        services.AddSingleton<BundleShelf>();
        services.AddScoped<OfferBundles>();
        services.AddScoped<BeginStep>();
        services.AddScoped<SubmitBundle>();
        services.AddScoped<ResultSlip>();
        services.AddScoped<KnownPapers>();
        services.AddScoped<MyBundle>();
        services.AddScoped<BundleView>();
        services.AddScoped<IImporter, ImportBundles>();
        services.AddJournalReader<RunBundles>();
        services.AddScoped<QueueActs>();
        services.AddScoped<QueueBoard>();
        services.AddScoped<AppointmentBook>();
        services.AddScoped<AppointmentActs>();
        services.AddScoped<IImporter, ImportQueueGroups>();
        services.AddSingleton<WatchAppointments>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchAppointments>());
        services.AddSingleton(new DeskEntry(Policies.Window, QueueRoutes.Desk, "ticket", "叫号", "叫号，取号机，叫号屏，今天的预约"));
        services.AddScoped<BatchDesk>();
        services.AddSingleton<RunBatches>();
        services.AddHostedService(provider => provider.GetRequiredService<RunBatches>());
        services.AddScoped<DraftDesk>();
        services.AddScoped<DraftApplicant>();
        services.AddScoped<IKnownValues, EarlierAnswers>();
        services.AddScoped<MyCase>();
        services.AddScoped<DeskActs>();
        services.AddScoped<DeskList>();
        services.AddScoped<ICaseReplies, TakeReply>();
        services.AddScoped<ICaseMessages, ComposeMessage>();
        services.AddSingleton<ForgetDrafts>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetDrafts>());
        services.AddSingleton<WatchLimits>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchLimits>());
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AcceptanceModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapCasesApi();
        routes.MapBundlesApi();
        routes.MapDrafts();
        routes.MapAutosave();
        routes.MapBatches();
        routes.MapMyCaseFiles();
        routes.MapDeskCaseFiles();
        routes.MapNotices();
        routes.MapWorkload();
    }
}
