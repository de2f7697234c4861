/** Who may come in: people with their roles, API tokens, and what every page and endpoint asks for. */
@ApplicationModule(allowedDependencies = {"database", "paging", "refusal"})
@NullMarked
package io.shisei.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
