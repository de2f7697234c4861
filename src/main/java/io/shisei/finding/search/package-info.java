/** What filters of findings ask the database, and how texts are found. */
@NullMarked
package io.shisei.finding.search;

import org.jspecify.annotations.NullMarked;
