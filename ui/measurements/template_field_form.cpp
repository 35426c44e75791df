// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/template_field_form.h"

#include "core/measurements/measured_value.h"
#include "ui/measurements/template_rows.h"
#include "ui/measurements/visit_fields.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QStringListModel>

namespace thimblely::ui {

namespace {

QString catalogueName(const QString &code)
{
    const MeasurementField *known = measurementField(code);
    return known ? QCoreApplication::translate("Measurement", known->name) : QString();
}

QStringList choicesIn(const QString &text)
{
    QStringList choices;
    for (const QString &part : text.split(u',')) {
        const QString choice = part.trimmed();
        if (!choice.isEmpty() && !choices.contains(choice, Qt::CaseInsensitive))
            choices.append(choice);
    }
    return choices;
}

//! A section as it is stored: built-in ones by their key.
QString sectionKey(const QString &shown)
{
    for (const char *key : {"body", "finished"}) {
        if (shown == sectionName(QLatin1String(key)))
            return QLatin1String(key);
    }
    return shown.trimmed();
}

} // namespace

TemplateFieldForm::TemplateFieldForm(QWidget *parent)
    : QWidget(parent), m_sections(new QStringListModel(this)),
      m_kind(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_label(new FieldEdit(tr("Name in this shop"), this)), m_section(new FieldEdit(tr("Section"), this)),
      m_required(new QCheckBox(tr("Needed"), this)), m_sides(new QCheckBox(tr("Left and right apart"), this)),
      m_finished(new QCheckBox(tr("Of the finished garment"), this)),
      m_choices(new FieldEdit(tr("Choices, with commas"), this)), m_up(new PlainButton(tr("Up"), this)),
      m_down(new PlainButton(tr("Down"), this)), m_remove(new PlainButton(tr("Take out"), this))
{
    build();
    connect(m_label->edit(), &QLineEdit::editingFinished, this, &TemplateFieldForm::take);
    connect(m_choices->edit(), &QLineEdit::editingFinished, this, &TemplateFieldForm::take);
    connect(m_section->edit(), &QLineEdit::editingFinished, this, &TemplateFieldForm::take);
    for (QCheckBox *box : {m_required, m_sides, m_finished})
        connect(box, &QCheckBox::toggled, this, &TemplateFieldForm::take);
    connect(m_up, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(m_remove, &QAbstractButton::clicked, this, &TemplateFieldForm::removeRequested);
}

void TemplateFieldForm::build()
{
    m_section->edit()->setPlaceholderText(tr("None"));
    m_section->setHint(tr("a heading in the list"));
    auto *completer = new QCompleter(m_sections, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_section->edit()->setCompleter(completer);
    m_choices->setHint(tr("none: anything is written"));
    m_up->setToolTip(tr("Alt+Up in the list"));
    m_down->setToolTip(tr("Alt+Down in the list"));
    auto *lines = column(this, 8);
    lines->addWidget(m_kind);
    lines->addWidget(m_label);
    lines->addWidget(m_section);
    lines->addWidget(m_choices);
    for (QCheckBox *box : {m_required, m_sides, m_finished})
        lines->addWidget(box);
    auto *moves = row(nullptr, 8);
    for (Button *button : {m_up, m_down, m_remove}) {
        button->setButtonSize(Button::Size::Small);
        moves->addWidget(button);
    }
    moves->addStretch(1);
    lines->addSpacing(4);
    lines->addLayout(moves);
    lines->addStretch(1);
}

bool TemplateFieldForm::showField(const TemplateField &field, const QStringList &sections)
{
    QStringList shown;
    for (const QString &section : sections)
        shown.append(sectionName(section));
    m_sections->setStringList(shown);
    if (m_field == field)
        return false; // what is being typed into another of its inputs stays
    m_showing = true;
    m_field = field;
    const QString known = catalogueName(field.code);
    const MeasurementDimension dimension = dimensionOf(field.code);
    const QString kind = dimensionName(dimension, !field.choices.isEmpty());
    m_kind->setText(known.isEmpty() ? tr("%1, the shop's own field").arg(kind)
                                    : tr("%1, one that every shop has").arg(kind));
    m_label->setText(field.label);
    m_label->edit()->setPlaceholderText(known);
    m_section->setText(sectionName(field.section));
    m_required->setChecked(field.required);
    m_sides->setChecked(field.sides);
    m_sides->setVisible(dimension != MeasurementDimension::Words && dimension != MeasurementDimension::Weight);
    m_finished->setVisible(known.isEmpty());
    m_finished->setChecked(field.kind == MeasurementKind::Finished);
    m_choices->setVisible(dimension == MeasurementDimension::Words);
    m_choices->setText(field.choices.join(QStringLiteral(", ")));
    m_showing = false;
    return true;
}

void TemplateFieldForm::start()
{
    m_label->edit()->setFocus(Qt::OtherFocusReason);
    m_label->edit()->selectAll();
}

void TemplateFieldForm::take()
{
    if (m_showing)
        return;
    TemplateField now = m_field;
    const QString label = m_label->text().trimmed();
    if (!label.isEmpty() || measurementField(now.code)) // a field of the shop's own keeps a name
        now.label = label;
    now.section = sectionKey(m_section->text());
    now.required = m_required->isChecked();
    now.sides = m_sides->isChecked();
    now.kind = m_finished->isChecked() ? MeasurementKind::Finished : MeasurementKind::Body;
    now.choices = choicesIn(m_choices->text());
    if (now == m_field)
        return;
    m_field = now;
    Q_EMIT changed(now);
}

} // namespace thimblely::ui
