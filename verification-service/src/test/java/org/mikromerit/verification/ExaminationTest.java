package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.mikromerit.testkit.contract.ExaminationContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    // Other tests rewrite rows of theirs, as nobody may.
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class ExaminationTest extends ExaminationContract {
  @Override
  protected Map<String, String> leavesOpen() {
    return Map.of();
  }
}
