package org.mikromerit.journeys;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between modules and the shape of features, over every class of the product. */
class ArchitectureTest {
  private static final String ROOT = "org.mikromerit.";

  /** Each module's root package, with those of ours that it may use. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "credential", Set.of(),
          "events", Set.of(),
          "kit", Set.of("events"),
          "issuer", Set.of("credential", "events", "kit"),
          "registry", Set.of("credential", "events", "kit"),
          "verification", Set.of("credential", "events", "kit"),
          "stacking", Set.of("events", "kit"),
          "portal", Set.of(),
          "platform", Set.of());

  private static final List<String> SERVICES =
      List.of("issuer", "registry", "verification", "stacking");
  private static final JavaClasses PRODUCT = importProduct();

  @TestFactory
  Stream<DynamicTest> aModuleUsesOnlyWhatItsArrowAllows() {
    return ARROWS.entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(),
                    () -> {
                      var others = new TreeSet<>(ARROWS.keySet());
                      others.remove(module.getKey());
                      others.removeAll(module.getValue());
                      noClasses()
                          .that(resideInAPackage(ROOT + module.getKey() + ".."))
                          .should()
                          .dependOnClassesThat(
                              resideInAnyPackage(
                                  others.stream()
                                      .map(other -> ROOT + other + "..")
                                      .toArray(String[]::new)))
                          .check(PRODUCT);
                    }));
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : ARROWS.keySet()) {
      assertThat(PRODUCT.that(resideInAPackage(ROOT + module + "..")))
          .as("classes of %s", module)
          .isNotEmpty();
    }
  }

  @Test
  void rulesKnowNothingOfRestSqlOrTheBroker() {
    noClasses()
        .that(
            resideInAnyPackage(SERVICES.stream().map(s -> ROOT + s + "..").toArray(String[]::new)))
        .and(not(resideInAnyPackage("..rest..", "..persistence..", "..messaging..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta.ws.rs..", "org.jdbi..", "java.sql..", "org.apache.kafka.."))
        .check(PRODUCT);
  }

  @Test
  void whatSpeaksRestSqlOrEventsIsKnownInsideItsPackageOnly() {
    classes()
        .that(
            resideInAnyPackage(SERVICES.stream().map(s -> ROOT + s + "..").toArray(String[]::new)))
        .and(resideInAnyPackage("..rest..", "..persistence..", "..messaging.."))
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .notBePublic()
        .check(PRODUCT);
  }

  @Test
  void timeComesInThroughTheConstructor() {
    noClasses()
        .that(
            resideInAnyPackage(
                Stream.concat(SERVICES.stream(), Stream.of("kit", "credential"))
                    .map(s -> ROOT + s + "..")
                    .toArray(String[]::new)))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PRODUCT);
  }

  @Test
  void aCredentialIsReadWithoutTheNetwork() {
    noClasses()
        .that(resideInAPackage(ROOT + "credential.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net.."))
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .check(PRODUCT);
  }

  @Test
  void thereAreNoDrawers() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..", "..misc..")
        .check(PRODUCT);
  }

  @Test
  void everyPackageSaysWhereNullMayBe() {
    classes().should(resideInANullMarkedPackage()).check(PRODUCT);
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a @NullMarked package") {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        boolean marked = each.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
        if (!marked && !each.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          events.add(
              SimpleConditionEvent.violated(each, each.getPackageName() + " is not @NullMarked"));
        }
      }
    };
  }

  private static JavaClasses importProduct() {
    try (Stream<Path> modules = Files.list(Installation.checkout())) {
      List<Path> built =
          modules
              .map(module -> module.resolve("target/classes"))
              .filter(Files::isDirectory)
              .filter(classes -> !classes.toString().contains("test-kit"))
              .toList();
      return new ClassFileImporter().importPaths(built);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
