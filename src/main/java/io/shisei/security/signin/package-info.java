/** Signing in: passwords, and what slows guesses down. */
@NullMarked
package io.shisei.security.signin;

import org.jspecify.annotations.NullMarked;
