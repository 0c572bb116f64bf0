package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import java.util.List;

/** Knows which custom fields the contacts of a workspace have; implemented by a room that knows contacts. */
public interface ContactFields {
    /** By name, in alphabetical order. */
    List<String> of(WorkspaceId workspace);
}
