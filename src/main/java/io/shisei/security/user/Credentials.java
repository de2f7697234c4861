package io.shisei.security.user;

import io.shisei.security.Role;

/** What a login is held against. */
public record Credentials(String username, String passwordHash, Role role) {}
