namespace VeniceStudio.Server.Films;

public enum WhenShort { Hold, PingPong, Loop }

public enum TransitionKind { Cut, CrossFade, DipToBlack, DipToWhite, Whip, MatchHold }

public enum LogoPlace { TopLeft, TopRight, BottomLeft, BottomRight, Middle }
