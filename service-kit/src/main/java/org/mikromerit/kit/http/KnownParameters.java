package org.mikromerit.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/**
 * Refuses a parameter that the operation does not know: a rehearsal whose {@code dryRun} is
 * misspelt would otherwise be the real thing.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {
  private final ResourceInfo resource;
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  KnownParameters(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Set<String> names =
        known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parameters);
    for (String name : request.getUriInfo().getQueryParameters().keySet()) {
      if (!names.contains(name)) {
        throw new ProblemException(Problems.unknownParameter(name));
      }
    }
  }

  private static Set<String> parameters(Method operation) {
    return Stream.of(operation.getParameters())
        .flatMap(KnownParameters::names)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> names(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Stream.of(parameter.getType().getDeclaredFields()).flatMap(field -> name(field).stream())
        : name(parameter).stream();
  }

  private static Optional<String> name(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
  }
}
