// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_template.h"

#include <QWidget>

class QCheckBox;
class QStringListModel;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

//! What a field of a template is: the shop's word for it, its section, sides, whether it is needed, its choices.
class TemplateFieldForm : public QWidget {
    Q_OBJECT
public:
    explicit TemplateFieldForm(QWidget *parent = nullptr);

    //! `sections` are those of the template, to choose from. False: it stands there already, with what is being typed.
    bool showField(const TemplateField &field, const QStringList &sections);
    //! The keyboard into the first input.
    void start();

Q_SIGNALS:
    //! As the person has it now; the code stays.
    void changed(const thimblely::TemplateField &field);
    void removeRequested();
    void moveRequested(int by);

private:
    void build();
    void take();

    TemplateField m_field;
    bool m_showing = false;
    QStringListModel *m_sections;
    Label *m_kind;
    FieldEdit *m_label;
    FieldEdit *m_section;
    QCheckBox *m_required;
    QCheckBox *m_sides;
    QCheckBox *m_finished;
    FieldEdit *m_choices;
    Button *m_up;
    Button *m_down;
    Button *m_remove;
};

} // namespace thimblely::ui
