package io.shisei.comparison;

import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import org.springframework.context.annotation.Import;

/** What bringing findings in takes. */
@Import({HubFindings.class, StoredHubFindings.class, CopyIn.class, TemporaryTables.class})
public class HubFindingsBeans {}
