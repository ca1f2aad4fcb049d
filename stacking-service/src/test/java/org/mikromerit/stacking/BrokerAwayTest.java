package org.mikromerit.stacking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.mikromerit.testkit.contract.BrokerAwayContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "database", value = "stacking"),
      @ResourceArg(name = "own", value = "true")
    })
@QuarkusTestResource(IdentityResource.class)
class BrokerAwayTest extends BrokerAwayContract {}
