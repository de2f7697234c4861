/** The PostgreSQL that the service brings along, for running with nothing else installed. */
@NullMarked
package io.shisei.database;

import org.jspecify.annotations.NullMarked;
