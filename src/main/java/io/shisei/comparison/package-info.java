/** What Security Hub says of an account, brought in by people, and where it agrees with us. */
@ApplicationModule(
        allowedDependencies = {"account", "control", "database", "finding", "inventory", "paging", "refusal"})
@NullMarked
package io.shisei.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
