// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/templates_view.h"

#include "core/measurements/measured_value.h"
#include "core/measurements/template_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/measurements/template_field_form.h"
#include "ui/measurements/template_rows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace thimblely::ui {

TemplatesView::TemplatesView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_templates(new TemplatesModel(this)), m_fields(new TemplateFieldsModel(this))
{
    auto *columns = row(this, 0);
    m_listPane = buildList();
    columns->addWidget(m_listPane);
    columns->addWidget(buildMiddle(), 1);
    m_formPane = buildForm();
    columns->addWidget(m_formPane);
    connectParts();
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &TemplatesView::takeChanges);
    m_addDraft->begin("TemplateAddition", {}, tr("A field for a template"));
}

//! What has the keyboard gives it up as it goes, which ends a field: nobody is here any more to write that.
TemplatesView::~TemplatesView()
{
    disconnect(m_form, nullptr, this, nullptr);
    disconnect(m_name->edit(), nullptr, this, nullptr);
}

void TemplatesView::showField(int row)
{
    if (m_form->showField(m_draft.fields[size_t(row)], sections()))
        beginField();
}

void TemplatesView::beginField()
{
    const int row = fieldRow();
    if (row >= 0 && m_shown)
        m_fieldDraft->begin(draftNameOf(*m_form), m_shown->toString() + u' ' + m_draft.fields[size_t(row)].code,
                            tr("Field of a template (%1)").arg(m_draft.name));
}

void TemplatesView::connectParts()
{
    connect(m_back, &QAbstractButton::clicked, this, [this] { Q_EMIT left(m_shown); });
    connect(m_copy, &QAbstractButton::clicked, this, &TemplatesView::copyShown);
    connect(m_remove, &QAbstractButton::clicked, this, &TemplatesView::removeShown);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (!m_showing && now.isValid())
            showRow(now.row());
    });
    connect(m_name->edit(), &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().trimmed();
        const int row = m_shown ? m_templates->rowOf(*m_shown) : -1;
        if (name.isEmpty() || row < 0 || name == nameOf(m_templates->at(row)))
            return; // what is translated keeps its own name
        m_draft.name = name;
        m_name->edit()->setModified(false);
        write();
    });
    connect(m_children, &QCheckBox::clicked, this, [this](bool on) {
        m_draft.garmentType = garmentTypeFor(m_draft.garmentType, on);
        write();
    });
    connect(m_add->edit(), &QLineEdit::returnPressed, this, &TemplatesView::addField);
    connect(m_fields, &TemplateFieldsModel::moveRequested, this, &TemplatesView::moveField);
    connect(m_fieldList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_showing && fieldRow() >= 0)
            showField(fieldRow());
    });
    connect(m_fieldList, &QAbstractItemView::activated, m_form, &TemplateFieldForm::start);
    connect(m_form, &TemplateFieldForm::changed, this, [this](const TemplateField &field) {
        takeField(field);
        beginField();
    });
    connect(m_form, &TemplateFieldForm::removeRequested, this, &TemplatesView::takeOutField);
    connect(m_form, &TemplateFieldForm::moveRequested, this,
            [this](int by) { moveField(fieldRow(), fieldRow() + by); });
}

void TemplatesView::showTemplate(std::optional<TemplateId> id)
{
    m_shown = id;
    load();
}

void TemplatesView::arrive()
{
    m_fieldList->setFocus(Qt::OtherFocusReason);
}

void TemplatesView::load()
{
    auto all = TemplateService(m_desk.session(), m_desk.door()).all();
    if (!all) {
        m_desk.notices().fail(all.error());
        return;
    }
    m_showing = true;
    m_templates->setTemplates(std::move(*all));
    m_showing = false;
    const int row = m_shown ? m_templates->rowOf(*m_shown) : 0;
    if (m_templates->rowCount() > 0)
        showRow(std::max(row, 0));
}

void TemplatesView::takeChanges(const changes::ChangeSet &changes)
{
    if (isVisible() && m_writing == 0 && changes.touches(storage::Table::MeasurementTemplates))
        load();
}

void TemplatesView::showRow(int row)
{
    const MeasurementTemplate &shown = m_templates->at(row);
    const bool another = m_shown != shown.id;
    m_shown = shown.id;
    m_draft = shown.draft();
    m_showing = true;
    m_list->setCurrentIndex(m_templates->index(row));
    if (another || !m_name->edit()->isModified()) { // a name that is being typed stays
        m_name->setText(nameOf(shown));
        m_nameDraft->begin("TemplateName", m_shown->toString(), tr("Template (%1)").arg(nameOf(shown)));
    }
    m_children->setChecked(isForChildren(shown.garmentType));
    m_remove->setVisible(!shown.builtin && m_desk.principal().can(access::Capability::TemplatesDelete));
    m_showing = false;
    showDraft();
    if (another && !m_draft.fields.empty())
        m_fieldList->setCurrentIndex(m_fields->index(0));
}

void TemplatesView::showDraft()
{
    const int at = std::clamp(fieldRow(), 0, std::max(0, int(m_draft.fields.size()) - 1));
    m_fields->setFields(m_draft.fields);
    const bool any = !m_draft.fields.empty();
    m_formPane->setVisible(any);
    if (any) {
        m_showing = true;
        m_fieldList->setCurrentIndex(m_fields->index(at));
        m_showing = false;
        showField(at);
    }
    QStringList names;
    for (const MeasurementField &known : measurementFields()) {
        if (std::ranges::find(m_draft.fields, known.code, &TemplateField::code) == m_draft.fields.end())
            names.append(QCoreApplication::translate("Measurement", known.name));
    }
    auto *completer = new QCompleter(names, m_add->edit());
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_add->edit()->completer();
    m_add->edit()->setCompleter(completer);
}

void TemplatesView::write()
{
    if (!m_shown)
        return;
    showDraft();
    ++m_writing;
    const auto done = [this](bool well) {
        --m_writing;
        if (m_writing == 0 || !well)
            load(); // what stands in the file
    };
    m_desk.when(
        TemplateService(m_desk.session(), m_desk.door()).update(*m_shown, m_draft), this, [done] { done(true); },
        [done](const Error &) { done(false); });
}

QString TemplatesView::freeName(const QString &name) const
{
    const auto taken = [this](const QString &tried) {
        for (int i = 0; i < m_templates->rowCount(); ++i) {
            const MeasurementTemplate &each = m_templates->at(i);
            if (each.name.compare(tried, Qt::CaseInsensitive) == 0 ||
                nameOf(each).compare(tried, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    QString tried = tr("%1, our own").arg(name);
    for (int number = 2; taken(tried); ++number)
        tried = tr("%1, our own %2").arg(name).arg(number);
    return tried;
}

void TemplatesView::copyShown()
{
    TemplateDraft copy = m_draft;
    copy.name = freeName(m_name->text());
    ++m_writing;
    m_desk.when(
        TemplateService(m_desk.session(), m_desk.door()).add(copy), this,
        [this](TemplateId id) {
            --m_writing;
            showTemplate(id);
            m_name->edit()->setFocus(Qt::OtherFocusReason); // the first thing it needs is a name
            m_name->edit()->selectAll();
        },
        [this](const Error &) { --m_writing; });
}

void TemplatesView::removeShown()
{
    const int row = m_shown ? m_templates->rowOf(*m_shown) : -1;
    if (row < 0)
        return;
    const TemplateId gone = *m_shown;
    m_desk.when(TemplateService(m_desk.session(), m_desk.door()).remove(gone, m_draft.name), this,
                [this] { arrive(); });
}

//! One that is known by a name people use, else one of the shop's own.
TemplateField TemplatesView::fieldToAdd(const QString &name) const
{
    const MeasurementDimension dimension = fieldDimensions.at(size_t(std::max(0, m_addKind->currentIndex())));
    const MeasurementField *known = findMeasurementField(name);
    if (!known) { // by the name on the screen, in its language
        for (const MeasurementField &each : measurementFields()) {
            if (QCoreApplication::translate("Measurement", each.name).compare(name, Qt::CaseInsensitive) == 0)
                known = &each;
        }
    }
    TemplateField field;
    if (known && known->dimension == dimension) {
        const bool finished = known->kind == MeasurementKind::Finished;
        const bool sameName =
            QCoreApplication::translate("Measurement", known->name).compare(name, Qt::CaseInsensitive) == 0;
        field.code = known->code;
        field.label = sameName ? QString() : name;
        field.section = finished ? QStringLiteral("finished") : QStringLiteral("body");
        return field;
    }
    const bool ofTheBody = dimension != MeasurementDimension::Words && dimension != MeasurementDimension::Number;
    field.code = ownFieldCode(name, dimension);
    field.label = name;
    field.kind = ofTheBody ? MeasurementKind::Body : MeasurementKind::Finished;
    field.section = ofTheBody ? QStringLiteral("body") : QStringLiteral("finished");
    return field;
}

void TemplatesView::addField()
{
    const QString name = m_add->text().simplified();
    if (name.isEmpty() || !m_shown)
        return;
    const TemplateField field = fieldToAdd(name);
    if (const auto there = std::ranges::find(m_draft.fields, field.code, &TemplateField::code);
        there != m_draft.fields.end()) {
        m_add->setError(tr("%1 is in the template already.").arg(nameOf(*there)));
        m_fieldList->setCurrentIndex(m_fields->index(int(there - m_draft.fields.begin())));
        return;
    }
    // At the end of its section, where the fields like it stand.
    auto after =
        std::ranges::find(m_draft.fields.rbegin(), m_draft.fields.rend(), field.section, &TemplateField::section);
    const auto at = m_draft.fields.insert(after == m_draft.fields.rend() ? m_draft.fields.end() : after.base(), field);
    const int row = int(at - m_draft.fields.begin());
    m_add->setText({});
    m_add->clearError();
    write();
    m_fieldList->setCurrentIndex(m_fields->index(row));
    if (dimensionOf(field.code) == MeasurementDimension::Words)
        m_form->start(); // its choices come next
}

void TemplatesView::moveField(int from, int to)
{
    const int count = int(m_draft.fields.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    const auto at = m_draft.fields.begin();
    if (to < from)
        std::rotate(at + to, at + from, at + from + 1);
    else
        std::rotate(at + from, at + from + 1, at + to + 1);
    write();
    m_fieldList->setCurrentIndex(m_fields->index(to));
}

void TemplatesView::takeField(const TemplateField &field)
{
    const auto there = std::ranges::find(m_draft.fields, field.code, &TemplateField::code);
    if (there == m_draft.fields.end())
        return;
    *there = field;
    write();
}

void TemplatesView::takeOutField()
{
    if (fieldRow() < 0)
        return;
    m_draft.fields.erase(m_draft.fields.begin() + fieldRow());
    write();
    m_fieldList->setFocus(Qt::OtherFocusReason);
}

QStringList TemplatesView::sections() const
{
    QStringList sections;
    for (const TemplateField &field : m_draft.fields)
        sections.append(field.section);
    sections.removeDuplicates();
    sections.removeAll({});
    return sections;
}

int TemplatesView::fieldRow() const
{
    return m_fieldList->currentIndex().isValid() ? m_fieldList->currentIndex().row() : -1;
}

bool TemplatesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_fieldList && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const int by = pressed->key() == Qt::Key_Up ? -1 : pressed->key() == Qt::Key_Down ? 1 : 0;
        if (by != 0 && pressed->modifiers() == Qt::AltModifier) {
            moveField(fieldRow(), fieldRow() + by);
            return true;
        }
        if (pressed->key() == Qt::Key_Delete) {
            takeOutField();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TemplatesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Theme &theme = Theme::instance();
    m_listPane->setFixedWidth(std::min(theme.px(264), width() * 27 / 100));
    m_formPane->setFixedWidth(std::min(theme.px(320), width() * 33 / 100));
}

} // namespace thimblely::ui
