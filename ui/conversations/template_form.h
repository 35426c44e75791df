// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/conversations/message_template.h"
#include "core/conversations/message_words.h"
#include "ui/desk/entry_form.h"

#include <vector>

class QCheckBox;
class QComboBox;

namespace thimblely::ui {

class Button;
class TextArea;

//! What the shop writes again and again: the usual ones and its own, in each language, with what they say of a real order.
class TemplateForm : public EntryForm {
    Q_OBJECT

public:
    TemplateForm(Desk &desk, QWidget *parent);

    //! Looked at with this one's name and order; none: somebody of the shop's clients.
    void begin(std::optional<conversations::MessageAbout> sample);
    void focusFirst() override;
    void submit() override;

private:
    QWidget *fieldButtons();
    void fill(const QString &key);
    void choose();
    void showText();
    void showReading();
    void removeOwn();
    const conversations::MessageTemplate *chosen() const;
    QString language() const;

    std::vector<conversations::MessageTemplate> m_all;
    std::optional<conversations::MessageAbout> m_sample;
    QComboBox *m_which;
    QComboBox *m_language;
    FieldEdit *m_name;
    QCheckBox *m_offer;
    TextArea *m_text;
    Label *m_reading;
    Button *m_remove;
};

} // namespace thimblely::ui
