// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/measurements/measurement_template.h"

#include <QFuture>

namespace thimblely {

/*!
 * The templates of the session's workspace: what is measured for a garment, in the order of the shop's own notebook.
 * Reads at once on the session's thread, writes through the door, each undoable. Errors: those of validate();
 * "template.name_taken" (the name); "template.builtin" for the removal of one every shop has; NotFound
 * "template.unknown"; Forbidden without the rights to templates.
 */
class TemplateService {
public:
    TemplateService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! By name, the built-in ones among them.
    Result<std::vector<MeasurementTemplate>> all();
    Result<MeasurementTemplate> load(TemplateId id);
    //! Whether a built-in one is not there yet: this file was made by an older program.
    static bool lacksBuiltin(const std::vector<MeasurementTemplate> &templates);

    QFuture<Result<TemplateId>> add(const TemplateDraft &draft);
    QFuture<Result<void>> update(TemplateId id, const TemplateDraft &draft);
    //! The order of a template's fields as this shop measures.
    QFuture<Result<void>> reorder(TemplateId id, const QStringList &codes);
    QFuture<Result<void>> remove(TemplateId id, const QString &name);
    QFuture<Result<void>> installMissing();

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
