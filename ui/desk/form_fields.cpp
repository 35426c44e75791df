// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/form_fields.h"

#include "ui/widgets/field_edit.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace thimblely::ui {

char kindOfField(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        const bool isSecret =
            line->echoMode() == QLineEdit::Password || line->echoMode() == QLineEdit::PasswordEchoOnEdit;
        return isSecret || qobject_cast<const QComboBox *>(line->parentWidget()) ? '\0' : 't';
    }
    if (qobject_cast<const QPlainTextEdit *>(widget))
        return 'p';
    if (qobject_cast<const QComboBox *>(widget))
        return 'c';
    if (qobject_cast<const Segmented *>(widget))
        return 's';
    if (qobject_cast<const QCheckBox *>(widget))
        return 'b';
    return '\0';
}

QJsonValue valueOfField(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *choice = qobject_cast<const QComboBox *>(widget))
        return choice->currentText();
    if (const auto *segments = qobject_cast<const Segmented *>(widget))
        return segments->currentIndex();
    if (const auto *box = qobject_cast<const QCheckBox *>(widget))
        return box->isChecked();
    return {};
}

void putIntoField(QWidget *widget, const QJsonValue &value)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->setText(value.toString());
        line->setModified(true);
        if (auto *field = qobject_cast<FieldEdit *>(line->parentWidget()))
            Q_EMIT field->edited(line->text());
        else
            Q_EMIT line->textEdited(line->text());
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(widget)) {
        text->setPlainText(value.toString());
    } else if (auto *choice = qobject_cast<QComboBox *>(widget)) {
        const int index = choice->findText(value.toString());
        if (index >= 0)
            choice->setCurrentIndex(index);
        else if (choice->isEditable())
            choice->setEditText(value.toString());
        Q_EMIT choice->activated(choice->currentIndex());
    } else if (auto *segments = qobject_cast<Segmented *>(widget)) {
        segments->setCurrentIndex(value.toInt());
    } else if (auto *box = qobject_cast<QCheckBox *>(widget)) {
        box->setChecked(value.toBool());
    }
}

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

} // namespace thimblely::ui
