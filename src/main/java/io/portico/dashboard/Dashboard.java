package io.portico.dashboard;

import java.util.List;

/**
 * What a workspace's dashboard shows now.
 *
 * @param version differs once there is something else to show: {@link Dashboards#version}
 */
public record Dashboard(String version, Glance glance, List<FeedEntry> feed) {
    public Dashboard {
        feed = List.copyOf(feed);
    }
}
