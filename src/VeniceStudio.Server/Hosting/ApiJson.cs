using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// How the API's types are read and written, worked out when the studio is built and not when it starts. A type that is missing here
/// still works, by reflection, and costs a few milliseconds at its first use.
/// </summary>
[JsonSerializable(typeof(QuoteTakes))]
[JsonSerializable(typeof(TakesQuoteView))]
[JsonSerializable(typeof(RenderTakes))]
[JsonSerializable(typeof(RetakeShot))]
[JsonSerializable(typeof(IReadOnlyList<TakeView>))]
[JsonSerializable(typeof(ChooseTake))]
[JsonSerializable(typeof(BringFootage))]
[JsonSerializable(typeof(IReadOnlyList<DeskCardView>))]
[JsonSerializable(typeof(CutView))]
[JsonSerializable(typeof(SaveCut))]
[JsonSerializable(typeof(FilmView))]
[JsonSerializable(typeof(IReadOnlyList<FilmView>))]
[JsonSerializable(typeof(MakeExport))]
[JsonSerializable(typeof(ExportView))]
[JsonSerializable(typeof(IReadOnlyList<ExportView>))]
[JsonSerializable(typeof(ImportProject))]
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
[JsonSerializable(typeof(HealthView))]
internal sealed partial class ApiJson : JsonSerializerContext;
