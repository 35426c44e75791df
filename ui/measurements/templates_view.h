// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/measurements/measurement_template.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class FormDraft;
class Label;
class ListView;
class Segmented;
class TemplateFieldForm;
class TemplateFieldsModel;
class TemplatesModel;

/*!
 * The shop's templates: which fields a garment asks for, and in which order. There is nothing to save: each change is
 * written as it is made, and each is undone from its toast. A new one begins as a copy of the one that is shown.
 */
class TemplatesView : public QWidget {
    Q_OBJECT
public:
    explicit TemplatesView(Desk &desk, QWidget *parent = nullptr);
    ~TemplatesView() override;

    void showTemplate(std::optional<TemplateId> id);
    void arrive();
    std::optional<TemplateId> shown() const { return m_shown; }

Q_SIGNALS:
    //! Back to measuring by the template that is shown.
    void left(std::optional<thimblely::TemplateId> id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildMiddle();
    QWidget *buildForm();
    void connectParts();
    void load();
    void takeChanges(const changes::ChangeSet &changes);
    void showDraft();
    void showRow(int row);
    void write();
    void copyShown();
    void removeShown();
    void addField();
    void moveField(int from, int to);
    void takeField(const TemplateField &field);
    void takeOutField();
    void showField(int row);
    void beginField();
    TemplateField fieldToAdd(const QString &name) const;
    QStringList sections() const;
    QString freeName(const QString &name) const;
    int fieldRow() const;

    Desk &m_desk;
    TemplatesModel *m_templates;
    TemplateFieldsModel *m_fields;
    ListView *m_list;
    ListView *m_fieldList;
    Button *m_back;
    Button *m_copy;
    Button *m_remove;
    FieldEdit *m_name;
    QCheckBox *m_children;
    FieldEdit *m_add;
    Segmented *m_addKind;
    TemplateFieldForm *m_form;
    FormDraft *m_nameDraft = nullptr; // what is typed and not written yet
    FormDraft *m_addDraft = nullptr;
    FormDraft *m_fieldDraft = nullptr;
    QWidget *m_listPane = nullptr;
    QWidget *m_formPane = nullptr;
    std::optional<TemplateId> m_shown;
    TemplateDraft m_draft;
    int m_writing = 0; //!< changes on their way to the disk
    bool m_showing = false;
};

} // namespace thimblely::ui
