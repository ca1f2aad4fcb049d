package org.mikromerit.verification.verdict.rest;

/**
 * The credential of the other examples as an SD-JWT, by a key that is its own name: its result is
 * shown, its holder's name kept back.
 */
final class SdJwtExample {
  static final String SHOWN_IN_PART =
      "eyJhbGciOiJFUzI1NiIsInR5cCI6InZjK3NkLWp3dCIsImtpZCI6ImRpZDprZXk6ekRuYWVrc2Q1R3FTVmd0cEhY"
          + "ZFVKSFAxYXhtVXRZOHdrOU5jendGd3plZ3VSbjlIUCN6RG5hZWtzZDVHcVNWZ3RwSFhkVUpIUDFheG1VdFk4d2s5"
          + "TmN6d0Z3emVndVJuOUhQIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMv"
          + "djIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0s"
          + "ImlkIjoidXJuOnV1aWQ6MDE5MGEwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDBjMGRlIiwidHlwZSI6WyJWZXJp"
          + "ZmlhYmxlQ3JlZGVudGlhbCIsIk9wZW5CYWRnZUNyZWRlbnRpYWwiXSwiaXNzdWVyIjp7ImlkIjoiZGlkOmtleTp6"
          + "RG5hZWtzZDVHcVNWZ3RwSFhkVUpIUDFheG1VdFk4d2s5TmN6d0Z3emVndVJuOUhQIiwidHlwZSI6WyJQcm9maWxl"
          + "Il0sIm5hbWUiOiJWw6VyZHNrb2xhbiBpIMOFbcOlbCJ9LCJ2YWxpZEZyb20iOiIyMDI2LTA1LTIwVDEyOjAwOjAw"
          + "WiIsIm5hbWUiOiJIeWdpZW5lIGluIGNhcmUiLCJjcmVkZW50aWFsU3ViamVjdCI6eyJ0eXBlIjpbIkFjaGlldmVt"
          + "ZW50U3ViamVjdCJdLCJpZGVudGlmaWVyIjpbeyIuLi4iOiJvOGJwVVM1OVMyU1ZQQ1U4R2gwZ0ZJSEVVNVYzSk9T"
          + "QlZRZU5YU1Jzd3kwIn1dLCJhY2hpZXZlbWVudCI6eyJpZCI6InVybjp1dWlkOjAxOTBhMDAwLTAwMDAtNzAwMC04"
          + "MDAwLTAwMDAwMDAwYWMxZSIsInR5cGUiOlsiQWNoaWV2ZW1lbnQiXSwibmFtZSI6Ikh5Z2llbmUgaW4gY2FyZSIs"
          + "ImRlc2NyaXB0aW9uIjoiQmFzaWMgaHlnaWVuZSByb3V0aW5lcyIsImNyaXRlcmlhIjp7Im5hcnJhdGl2ZSI6IkRp"
          + "c2luZmVjdHMgaGFuZHMgd2l0aG91dCBhIG1pc3Rha2UifX0sIl9zZCI6WyJCajdFelhiX3dUVDZPdV9SU3dXcVgt"
          + "bzRXUTd3OF9tV0RyZzBEUlJnYjc0Il19LCJpYXQiOjE3NzkyNzg0MDAsIl9zZF9hbGciOiJzaGEtMjU2In0.xvq-"
          + "bPF1OkhKj7TD1kI9gsRIotK9rMlGSQLtMQzDRtfr_t47laLvWCaXUcaMVCFFmG6dNLZknuxYgt2VqjVyaQ~WyJae"
          + "Ww1VllPTXB2NEQ2WGRPSERsX0RnIiwicmVzdWx0IixbeyJ0eXBlIjpbIlJlc3VsdCJdLCJ2YWx1ZSI6IlZHIn1dX"
          + "Q~";

  private SdJwtExample() {}
}
