package org.mikromerit.portal;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The portal as a deployment is told to be, with neighbours that answer. */
public final class Published implements QuarkusTestProfile {
  public static final String HERE = "https://mikromerit.example";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("mikromerit.portal.url", HERE);
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Neighbours.class));
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
