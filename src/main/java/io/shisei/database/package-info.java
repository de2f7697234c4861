/** The database itself: the PostgreSQL that the service brings along, and the months that history is kept in. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.shisei.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
