/** The database itself: the PostgreSQL that the service brings along, and what all tables have in common. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
