package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import java.util.List;

/** Tells which texts of a workspace use a value; every room that keeps such texts has a bean of this type. */
public interface ValueUses {
    /** Asked within the transaction that would delete the value. */
    List<ValueUse> of(WorkspaceId workspace, CustomValue value);
}
