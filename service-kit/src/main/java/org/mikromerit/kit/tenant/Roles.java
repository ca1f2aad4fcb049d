package org.mikromerit.kit.tenant;

/** The roles that a token can carry, as the realm names them. */
public final class Roles {
  public static final String CREATOR = "creator";
  public static final String ISSUER = "issuer";
  public static final String REGISTRAR = "registrar";
  public static final String POLICY_ADMIN = "policy-admin";
  public static final String SECTOR_BODY = "sector-body";
  public static final String LEARNER = "learner";
  public static final String CASEWORKER = "caseworker";
  public static final String EMPLOYMENT_SERVICE = "employment-service";
  public static final String OPERATOR = "operator";

  private Roles() {}
}
