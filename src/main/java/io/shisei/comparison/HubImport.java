package io.shisei.comparison;

import java.time.Instant;
import java.util.List;

/**
 * What was brought in of Security Hub's findings of an account the last time.
 *
 * @param username who brought them
 * @param findings how many there are to compare: each says one control of one resource
 * @param leftOut those that are not compared, by reason
 */
public record HubImport(
        String accountId, Instant at, String username, long findings, List<String> regions, List<LeftOut> leftOut) {}
