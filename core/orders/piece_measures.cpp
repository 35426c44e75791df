// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_measures.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/inventory/shop_terms.h"
#include "core/measurements/garment_template.h"
#include "core/measurements/measurement_service.h"

#include <algorithm>

namespace thimblely::orders {

Result<std::vector<MeasuresChoice>> measuresFor(access::Session &session, changes::WriteDoor &door, ClientId body,
                                                const QString &garmentType)
{
    std::vector<MeasuresChoice> choices;
    if (!session.principal().can(access::Capability::MeasurementsRead))
        return choices;
    MeasurementService tape(session, door);
    TRY_ASSIGN(const std::vector<MeasurementSet> sets, tape.setsOf(body));
    TRY_ASSIGN(const std::vector<MeasurementTemplate> templates, tape.templates());
    for (const MeasurementSet &set : sets) {
        if (set.status != SetStatus::Current || set.kind != SetKind::Body)
            continue;
        const auto garment =
            std::ranges::find_if(templates, [&](const MeasurementTemplate &each) { return set.templateId == each.id; });
        const bool known = garment != templates.end();
        choices.push_back({set.id, known ? garment->name : QString(), set.takenAt,
                           known && isMeasuredBy(garmentType, garment->garmentType)});
    }
    std::ranges::stable_partition(choices, &MeasuresChoice::ofGarment);
    return choices;
}

Result<std::optional<TemplateId>> templateFor(access::Session &session, changes::WriteDoor &door,
                                              const QString &garmentType, std::optional<ClientId> body)
{
    TRY_ASSIGN(const std::vector<MeasurementTemplate> templates, MeasurementService(session, door).templates());
    bool child = false;
    if (body && session.principal().can(access::Capability::ClientsRead)) {
        TRY_ASSIGN(const auto client, ClientService(session, door).load(*body));
        TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
        child = isChild(client.fields.birthDate, terms.calendar.dayOf(door.clock().now()));
    }
    const MeasurementTemplate *found = templateOf(templates, garmentType, child);
    return found ? std::optional(found->id) : std::optional<TemplateId>();
}

} // namespace thimblely::orders
