using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// How the API's types are read and written, worked out when the studio is built and not when it starts. A type that is missing here
/// still works, by reflection, and costs a few milliseconds at its first use.
/// </summary>
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(SetUpStudio))]
[JsonSerializable(typeof(OpenInvitation))]
[JsonSerializable(typeof(InvitationOfferView))]
[JsonSerializable(typeof(AcceptInvitation))]
[JsonSerializable(typeof(ChangePassword))]
[JsonSerializable(typeof(ChangeName))]
[JsonSerializable(typeof(IReadOnlyList<TokenView>))]
[JsonSerializable(typeof(CreateToken))]
[JsonSerializable(typeof(NewTokenView))]
[JsonSerializable(typeof(IReadOnlyList<MemberView>))]
[JsonSerializable(typeof(ChangeMember))]
[JsonSerializable(typeof(IReadOnlyList<InvitationView>))]
[JsonSerializable(typeof(InviteMember))]
[JsonSerializable(typeof(NewInvitationView))]
[JsonSerializable(typeof(IReadOnlyList<VideoModelView>))]
[JsonSerializable(typeof(IReadOnlyList<PriceHintView>))]
[JsonSerializable(typeof(ClipPageView))]
[JsonSerializable(typeof(ClipCountsView))]
[JsonSerializable(typeof(IReadOnlyList<ClipView>))]
[JsonSerializable(typeof(QuoteClips))]
[JsonSerializable(typeof(ClipQuoteView))]
[JsonSerializable(typeof(OrderClips))]
[JsonSerializable(typeof(AcceptPrice))]
[JsonSerializable(typeof(AgreeToConsent))]
[JsonSerializable(typeof(SetCleanUp))]
[JsonSerializable(typeof(WritePrompt))]
[JsonSerializable(typeof(SpendView))]
[JsonSerializable(typeof(MediaView))]
[JsonSerializable(typeof(StartUpload))]
[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(MakeTrack))]
[JsonSerializable(typeof(ChangeTrack))]
[JsonSerializable(typeof(TrackView))]
[JsonSerializable(typeof(TrackPageView))]
[JsonSerializable(typeof(HearingView))]
[JsonSerializable(typeof(ChangeLyrics))]
[JsonSerializable(typeof(LyricsView))]
[JsonSerializable(typeof(LibraryUsageView))]
[JsonSerializable(typeof(ReclaimSpace))]
[JsonSerializable(typeof(ReclaimedView))]
[JsonSerializable(typeof(SettingsView))]
[JsonSerializable(typeof(ChangeSettings))]
[JsonSerializable(typeof(VeniceStatusView))]
[JsonSerializable(typeof(CreateProject))]
[JsonSerializable(typeof(ChangeProject))]
[JsonSerializable(typeof(SaveBrief))]
[JsonSerializable(typeof(SaveLook))]
[JsonSerializable(typeof(SaveCast))]
[JsonSerializable(typeof(SavePlan))]
[JsonSerializable(typeof(ProjectView))]
[JsonSerializable(typeof(ProjectPageView))]
[JsonSerializable(typeof(IReadOnlyList<LookKitView>))]
[JsonSerializable(typeof(LookKitView))]
[JsonSerializable(typeof(SaveLookKit))]
[JsonSerializable(typeof(RecordConsent))]
[JsonSerializable(typeof(ConsentRecordView))]
[JsonSerializable(typeof(ProjectConsentsView))]
[JsonSerializable(typeof(PlanSettings))]
[JsonSerializable(typeof(PlanView))]
[JsonSerializable(typeof(FitUnder))]
[JsonSerializable(typeof(FitView))]
[JsonSerializable(typeof(MakeBoard))]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(ChangeBoard))]
[JsonSerializable(typeof(AtVersion))]
[JsonSerializable(typeof(ApproveShots))]
[JsonSerializable(typeof(WithdrawShots))]
[JsonSerializable(typeof(PromptView))]
[JsonSerializable(typeof(IReadOnlyList<ImageModelView>))]
[JsonSerializable(typeof(IReadOnlyList<StillView>))]
[JsonSerializable(typeof(StillView))]
[JsonSerializable(typeof(StillQuoteView))]
[JsonSerializable(typeof(QuoteStills))]
[JsonSerializable(typeof(OrderStills))]
[JsonSerializable(typeof(GiveStill))]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class ApiJson : JsonSerializerContext;
