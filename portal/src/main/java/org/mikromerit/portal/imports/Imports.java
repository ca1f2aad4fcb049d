package org.mikromerit.portal.imports;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;

/** Where the registry takes archives. */
@RegisterRestClient(configKey = "registry-import")
@AccessToken
@Path("/portfolio/imports")
interface Imports {

  @POST
  @Consumes("application/zip")
  Report take(File archive);

  /** What came of each file. */
  record Report(int imported, List<Bundle> bundles, List<Taken> files) {}

  /** A file that should hold a credential. */
  record Taken(String file, FileState state, @Nullable UUID id) {}

  /** What came of it. */
  enum FileState {
    IMPORTED(Status.GOOD),
    ALREADY_THERE(Status.GOOD),
    DIGEST_DIFFERS(Status.BAD),
    NOT_IN_MANIFEST(Status.WARNING),
    MISSING(Status.WARNING),
    NO_CREDENTIAL(Status.BAD),
    ANOTHER_CREDENTIAL(Status.BAD),
    TOO_LARGE(Status.BAD),
    UNKNOWN_NAME(Status.WARNING);

    private final Status status;

    FileState(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** What another registry said of the credentials. */
  record Bundle(
      String file, BundleState state, @Nullable String registry, @Nullable Instant issuedAt) {}

  /** What came of it. */
  enum BundleState {
    KEPT(Status.GOOD),
    OURS(Status.GOOD),
    UNTRUSTED(Status.WARNING),
    UNSOUND(Status.BAD);

    private final Status status;

    BundleState(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }
}
