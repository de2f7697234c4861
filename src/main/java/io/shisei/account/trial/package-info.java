/** Trying an access before an account is watched through it. */
@NamedInterface("trial")
@NullMarked
package io.shisei.account.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
