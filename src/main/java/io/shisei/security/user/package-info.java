/** The people who may log in: their roles, and their passwords. */
@NamedInterface("user")
@NullMarked
package io.shisei.security.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
