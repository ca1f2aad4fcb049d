package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.ShownBy;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.Work;
import org.mikromerit.credential.presentation.HolderProof;
import org.mikromerit.credential.presentation.Presentation;
import org.mikromerit.credential.presentation.PresentationJwt;
import org.mikromerit.verification.foreign.Asking;
import org.mikromerit.verification.verdict.GiveVerdict.Given;

/**
 * Somebody is shown credentials by their holder, and learns of each whether to believe it, and
 * whether it was the holder.
 */
@ApplicationScoped
public class VerifyPresentation {
  private final GiveVerdict giveVerdict;
  private final HolderProof holderProof = HolderProof.standard();

  VerifyPresentation(GiveVerdict giveVerdict) {
    this.giveVerdict = giveVerdict;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is no presentation. */
  public record NotRead(Presentation.NotRead because) implements Outcome {}

  /** What is told of it. */
  public record Told(HolderProof.Answer holder, List<Given> credentials) implements Outcome {

    /** Whether to believe it: everything in it, and that who is said to show it does. */
    public boolean isVerified() {
      return isShownAsSaid()
          && credentials.stream().allMatch(each -> each.verdict().conclusion().isYes());
    }

    private boolean isShownAsSaid() {
      return switch (holder) {
        case HolderProof.Proven _ -> true;
        // It says that credentials stand, and nothing of who shows them.
        case HolderProof.Unsigned _ -> !credentials.isEmpty();
        case HolderProof.Refused _, HolderProof.Undecided _ -> false;
      };
    }
  }

  /**
   * Verifies it.
   *
   * @param checks of the credentials; all where it is empty
   * @param askIssuer whether issuers whom nobody here knows are asked for their keys and lists
   * @throws MalformedJson if one of its credentials cannot be read as a document of its own
   */
  public Outcome verify(
      JsonObject document, HolderProof.Asked asked, Set<CheckName> checks, boolean askIssuer)
      throws MalformedJson {
    return Work.together(() -> verifyTogether(document, asked, checks, askIssuer));
  }

  private Outcome verifyTogether(
      JsonObject document, HolderProof.Asked asked, Set<CheckName> checks, boolean askIssuer)
      throws MalformedJson {
    Moment now = giveVerdict.now();
    return switch (Presentation.read(document)) {
      case Presentation.Read(Presentation shown) ->
          told(holderProof.of(shown, asked, now.asOf()), shown, checks, now, askIssuer);
      case Presentation.NotRead because -> new NotRead(because);
    };
  }

  /**
   * The same for one that is a JWT.
   *
   * @throws MalformedJson as above
   */
  public Outcome verify(
      PresentationJwt token, HolderProof.Asked asked, Set<CheckName> checks, boolean askIssuer)
      throws MalformedJson {
    return Work.together(() -> verifyTogether(token, asked, checks, askIssuer));
  }

  private Outcome verifyTogether(
      PresentationJwt token, HolderProof.Asked asked, Set<CheckName> checks, boolean askIssuer)
      throws MalformedJson {
    Moment now = giveVerdict.now();
    return switch (token.open(asked, now.asOf())) {
      case PresentationJwt.Shown(var shown, var holder) ->
          told(holder, shown, checks, now, askIssuer);
      case PresentationJwt.Refused(var answer) -> new Told(answer, List.of());
      case PresentationJwt.Unread(var because) -> new NotRead(because);
    };
  }

  private Told told(
      HolderProof.Answer holder,
      Presentation shown,
      Set<CheckName> checks,
      Moment now,
      boolean askIssuer)
      throws MalformedJson {
    Asking asking = giveVerdict.asking(askIssuer);
    ShownBy by =
        holder instanceof HolderProof.Proven(Did did, boolean fresh)
            ? new ShownBy.Presenter(did, fresh)
            : new ShownBy.Anybody();
    List<Given> credentials = new ArrayList<>();
    for (JsonObject credential : shown.credentials()) {
      credentials.add(
          giveVerdict
              .about(StrictJson.write(credential), List.of(), by, now, asking)
              .narrowedTo(checks));
    }
    return new Told(holder, credentials);
  }
}
