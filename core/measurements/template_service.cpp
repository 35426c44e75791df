// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/template_service.h"

#include "core/measurements/measurement_repository.h"
#include "core/measurements/template_writer.h"

#include <algorithm>

namespace thimblely {

using changes::Operation;
using changes::WriteContext;

Result<std::vector<MeasurementTemplate>> TemplateService::all()
{
    return measurements::templates(m_session.reader());
}

Result<MeasurementTemplate> TemplateService::load(TemplateId id)
{
    TRY_ASSIGN(auto found, measurements::measurementTemplate(m_session.reader(), id));
    if (!found)
        return Error{ErrorKind::NotFound, "template.unknown", {}, {}};
    return std::move(*found);
}

bool TemplateService::lacksBuiltin(const std::vector<MeasurementTemplate> &templates)
{
    const auto builtin = std::ranges::count_if(templates, &MeasurementTemplate::builtin);
    return size_t(builtin) < builtinTemplates().size();
}

QFuture<Result<TemplateId>> TemplateService::add(const TemplateDraft &draft)
{
    return m_door.write<TemplateId>(Operation{"template.add", {draft.name.trimmed()}}, [draft](WriteContext &context) {
        return measurements::addTemplate(context, draft);
    });
}

QFuture<Result<void>> TemplateService::update(TemplateId id, const TemplateDraft &draft)
{
    return m_door.write<void>(Operation{"template.update", {draft.name.trimmed()}}, [id, draft](WriteContext &context) {
        return measurements::updateTemplate(context, id, draft);
    });
}

QFuture<Result<void>> TemplateService::reorder(TemplateId id, const QStringList &codes)
{
    return m_door.write<void>(Operation{"template.reorder"}, [id, codes](WriteContext &context) {
        return measurements::reorderTemplate(context, id, codes);
    });
}

QFuture<Result<void>> TemplateService::remove(TemplateId id, const QString &name)
{
    return m_door.write<void>(Operation{"template.remove", {name}},
                              [id](WriteContext &context) { return measurements::removeTemplate(context, id); });
}

QFuture<Result<void>> TemplateService::installMissing()
{
    return m_door.write<void>(Operation{"first_start.furnish", {}, false}, measurements::installBuiltinTemplates);
}

} // namespace thimblely
