// The conditions and indexes of the lanes (lanes.h), for the statements that count them and those that list them. A lane is one walk along one index, in
// the order of waiting: its statements stop after a page or after a thousand rows, and cost the same for two hundred items and for two hundred thousand.
#pragma once

// Parameters: person, state.
#define PORTAL_LANE_OWN_INDEX "core_item_author_state"
#define PORTAL_LANE_OWN "i.author_person = ? AND i.state = ? "
// Parameters: unit, state.
#define PORTAL_LANE_UNIT_INDEX "core_item_unit"
#define PORTAL_LANE_UNIT "i.unit_id = ? AND i.state = ? "
// Parameter: state.
#define PORTAL_LANE_STATE_INDEX "core_item_state"
#define PORTAL_LANE_STATE "i.state = ? "
// Parameter: person; NULL for what nobody edits.
#define PORTAL_LANE_EDITED_INDEX "core_item_assigned"
#define PORTAL_LANE_EDITED "i.assigned_to <=> ? AND i.state = 'editing' "
// What somebody else has taken does not wait for this person, nor (four eyes, as authorize() sees it) what this person wrote or edited in step 1.
// Parameters: person three times, is head, person, act, now, now.
#define PORTAL_LANE_CHECK_INDEX "core_item_state"
#define PORTAL_LANE_CHECK_COUNT_INDEX "core_item_check"  // what is counted is not listed: the index has all that is asked
#define PORTAL_MAY_CHECK                                                                                                                        \
  "(i.checked_by IS NULL OR i.checked_by = ?) AND i.author_person <> ? AND NOT EXISTS (SELECT 1 FROM core_item_version v WHERE v.item_id = i.id "                                                                             \
  "AND v.person_id = ? AND v.step IN ('write', 'unit', 'edit')) AND (? = 1 OR EXISTS (SELECT 1 FROM core_delegation d WHERE d.to_person = ? "    \
  "AND d.act IN (?, 'act_as_head') AND d.revoked_at IS NULL AND d.valid_from <= ? AND d.valid_to > ? AND (d.section_id IS NULL "                \
  "OR d.section_id = i.section_id OR d.section_id = (SELECT s2.parent_id FROM core_section s2 WHERE s2.id = i.section_id)))) "
// …and before them the state.
#define PORTAL_LANE_CHECK "i.state = ? AND " PORTAL_MAY_CHECK
// Parameter: what is awaited, as stored (core_item.awaits).
#define PORTAL_LANE_AWAITED_INDEX "core_item_awaits"
#define PORTAL_LANE_AWAITED "i.awaits = ? "
// Parameter: person; unit. Few, in the order of the flag: sorted by waiting after they are read.
#define PORTAL_LANE_OWN_FLAGGED_INDEX "core_item_author_flagged"
#define PORTAL_LANE_OWN_FLAGGED "i.author_person = ? AND i.flagged_at IS NOT NULL AND i.state = 'published' "
#define PORTAL_LANE_UNIT_FLAGGED_INDEX "core_item_flagged"
#define PORTAL_LANE_UNIT_FLAGGED "i.unit_id = ? AND i.flagged_at IS NOT NULL AND i.state = 'published' "
// Posted on an order before the checks, and nobody has looked yet (D15.3). Parameters: those of PORTAL_MAY_CHECK.
#define PORTAL_LANE_URGENT_INDEX "core_item_awaits"
#define PORTAL_LANE_URGENT "i.awaits = 'urgent' AND " PORTAL_MAY_CHECK
// Ordered to be posted before the checks (D6.1), but for what the person edits anyhow. Parameter: person. Few, sorted by waiting after they are read.
#define PORTAL_LANE_ORDERED_INDEX "core_item_urgent_ordered"
#define PORTAL_LANE_ORDERED "i.urgent_ordered_at IS NOT NULL AND NOT (i.state = 'editing' AND i.assigned_to <=> ?) "
// Asked to be purged by somebody else, so that this person is the second (D12.3b). Parameter: person.
#define PORTAL_LANE_PURGE_INDEX "core_item_secrecy"
#define PORTAL_LANE_PURGE "i.secrecy = 'purge_asked' AND i.purge_asked_by <> ? "
