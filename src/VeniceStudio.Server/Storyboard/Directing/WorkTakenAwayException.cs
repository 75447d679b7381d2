namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The work was ended or taken over in the moment before something was bought for it. Nothing was.</summary>
internal sealed class WorkTakenAwayException() : Exception("The work was ended or taken over.");
