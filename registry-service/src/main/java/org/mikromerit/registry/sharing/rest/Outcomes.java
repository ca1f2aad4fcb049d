package org.mikromerit.registry.sharing.rest;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.sharing.Share;
import org.mikromerit.registry.sharing.ShareCredentials;
import org.mikromerit.registry.sharing.ViewShare;

/** Every outcome of this feature as an answer. */
final class Outcomes {

  private Outcomes() {}

  static Response response(ShareCredentials.Previewed outcome) {
    return switch (outcome) {
      case ShareCredentials.Preview(var documents) ->
          Response.ok(
                  new SharedView(
                      null,
                      null,
                      null,
                      documents.stream().map(SharedView.DocumentView::of).toList()))
              .header("Cache-Control", "no-store")
              .build();
      case ShareCredentials.Refused refused -> problem(refused).response();
    };
  }

  static Problem problem(ShareCredentials.Refused refused) {
    return switch (refused) {
      case ShareCredentials.Refused.NoSuchCredential(int place) ->
          Problems.notFound("credential").field("/credentials/" + place + "/id");
      case ShareCredentials.Refused.WholeOnly(int place) ->
          Problem.of(
                  409,
                  "whole-only",
                  "This credential is shown whole or not at all",
                  "Its issuer did not sign it so that parts can be kept back. Leave show out, or the credential.")
              .field("/credentials/" + place + "/show");
      case ShareCredentials.Refused.NoSuchChoice(int place, int pointer) ->
          Problem.of(
                  422,
                  "no-such-choice",
                  "There is nothing to choose at this pointer",
                  "GET /portfolio/{id}/choices names what can be shown or kept back.")
              .field("/credentials/" + place + "/show/" + pointer);
      case ShareCredentials.Refused.TooManyShares(int most) ->
          Problem.of(
              409,
              "too-many-shares",
              "You show as much as one person can at once",
              "At most " + most + " links can be open; withdraw one that nobody needs any more.");
    };
  }

  static Response response(ViewShare.Outcome outcome) {
    return switch (outcome) {
      case ViewShare.Seen seen ->
          Response.ok(SharedView.of(seen)).header("Cache-Control", "no-store").build();
      case ViewShare.Refused refused -> problem(refused).response();
    };
  }

  private static Problem problem(ViewShare.Refused refused) {
    return switch (refused) {
      case ViewShare.Refused.NoSuchShare _ -> Problems.notFound("share").field("/token");
      case ViewShare.Refused.Ended(Share.State because) ->
          Problem.of(
                  410,
                  "share-ended",
                  "This is shown no more",
                  "Ask the person who gave you the link for another.")
              .with("because", because);
      case ViewShare.Refused.PinNeeded _ ->
          Problem.of(
                  403,
                  "pin-needed",
                  "This takes a PIN",
                  "Send the PIN that the person gave you besides the link.")
              .field("/pin");
      case ViewShare.Refused.TakesAView(int left) ->
          Problem.of(
                  403,
                  "takes-a-view",
                  "This can be seen a limited number of times",
                  "Send counted as true, and one of them is used.")
              .field("/counted")
              .with("left", left);
      case ViewShare.Refused.WrongPin(int left) ->
          Problem.of(
                  403,
                  "wrong-pin",
                  "This is another PIN",
                  "After too many the link ends by itself; ask the person for the right one.")
              .field("/pin")
              .with("left", left);
      case ViewShare.Refused.TooOften(Duration pause) ->
          Problem.of(
                  429,
                  "seen-too-often",
                  "Too many look at this just now",
                  "Wait as long as Retry-After says, and ask again.")
              // Whole seconds, and never before the time.
              .retryAfter(Math.toIntExact(pause.toSeconds()) + 1);
    };
  }
}
