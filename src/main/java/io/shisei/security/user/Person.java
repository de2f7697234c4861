package io.shisei.security.user;

import io.shisei.security.Role;
import java.time.Instant;

/**
 * Somebody who may log in.
 *
 * @param ownPassword whether the person has chosen the password: nobody else knows it
 */
public record Person(String username, Role role, boolean ownPassword, Instant createdAt) {}
