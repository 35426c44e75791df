// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/template_form.h"

#include "core/conversations/message_template_service.h"
#include "ui/clients/text_area.h"
#include "ui/conversations/conversation_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace thimblely::ui {

using conversations::languageOf;
using conversations::MessageField;
using conversations::MessageTemplate;
using conversations::MessageTemplateService;

namespace {

constexpr int linesShown = 6;
//! Written where the program is sold; any other one stands there once a client has it.
constexpr const char *languages[] = {"en", "fr", "ar", "es", "pt", "de", "it",
                                     "sw", "ha", "yo", "ig", "hi", "bn", "ur"};

} // namespace

TemplateForm::TemplateForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Templates"), tr("Keep it"), parent), m_which(new QComboBox(body())),
      m_language(new QComboBox(body()))
{
    m_which->setAccessibleName(tr("Which template"));
    m_language->setAccessibleName(tr("In which language"));
    auto *choices = new QWidget(body());
    auto *line = new FlowLayout(8, 8, choices);
    for (QComboBox *each : {m_which, m_language}) {
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        each->setMinimumContentsLength(16);
        line->addWidget(each);
    }
    rows()->addWidget(choices);
    m_name = addText(tr("How you call it"));
    m_offer = new QCheckBox(tr("An offer: only to those who agreed to it"), body());
    rows()->addWidget(m_offer);
    m_text = new TextArea(tr("Text"), linesShown, body());
    rows()->addWidget(m_text);
    rows()->addWidget(fieldButtons());
    m_reading = new Label(TextStyle::Body, Role::Muted, {}, body());
    m_reading->setWordWrap(true);
    rows()->addWidget(m_reading);
    rows()->addStretch(1);
    m_remove = new PlainButton(tr("Remove it"), this);
    buttons()->insertWidget(1, m_remove);
    connect(m_which, &QComboBox::activated, this, &TemplateForm::choose);
    connect(m_language, &QComboBox::activated, this, &TemplateForm::showText);
    connect(m_remove, &QAbstractButton::clicked, this, &TemplateForm::removeOwn);
    connect(m_text, &TextArea::edited, this, [this] {
        clearProblem();
        showReading();
    });
}

//! What can stand in it, put in where one writes.
QWidget *TemplateForm::fieldButtons()
{
    auto *box = new QWidget(body());
    auto *line = new FlowLayout(4, 4, box);
    for (int i = 0; i < conversations::messageFieldCount; ++i) {
        const QString written = conversations::writtenField(MessageField(i));
        auto *button = new FlatButton(written, box);
        button->setButtonSize(Button::Size::Small);
        button->setAccessibleName(tr("Put in %1").arg(written));
        line->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, written] {
            m_text->edit()->insertPlainText(written);
            m_text->edit()->setFocus(Qt::OtherFocusReason);
        });
    }
    return box;
}

void TemplateForm::begin(std::optional<conversations::MessageAbout> sample)
{
    m_sample = std::move(sample);
    fill({});
    beginTyping({}, tr("Template of messages"));
}

void TemplateForm::fill(const QString &key)
{
    const auto all = MessageTemplateService(desk().session(), desk().door()).all();
    if (!all)
        return desk().notices().fail(all.error());
    m_all = *all;
    m_which->clear();
    for (const MessageTemplate &each : m_all)
        m_which->addItem(each.name);
    m_which->addItem(tr("A new one"));
    const auto found = std::ranges::find(m_all, key, &MessageTemplate::key);
    m_which->setCurrentIndex(found == m_all.end() ? 0 : int(found - m_all.begin()));
    m_language->clear();
    QStringList known{languageOf(desk().profile().locale)};
    for (const char *each : languages)
        known.append(QString::fromLatin1(each));
    for (const MessageTemplate &each : m_all) {
        for (const auto &[language, text] : each.texts)
            known.append(language);
    }
    known.removeAll(QString());
    known.removeDuplicates();
    for (const QString &each : std::as_const(known))
        m_language->addItem(languageName(each), each);
    choose();
}

const MessageTemplate *TemplateForm::chosen() const
{
    const int index = m_which->currentIndex();
    return index >= 0 && size_t(index) < m_all.size() ? &m_all[size_t(index)] : nullptr;
}

QString TemplateForm::language() const
{
    return m_language->currentData().toString();
}

void TemplateForm::choose()
{
    const MessageTemplate *one = chosen();
    m_name->setVisible(!one);
    m_offer->setVisible(!one);
    m_remove->setVisible(one && one->own);
    m_name->setText({});
    m_offer->setChecked(false);
    showText();
}

void TemplateForm::showText()
{
    clearProblem();
    const MessageTemplate *one = chosen();
    const auto text = one ? one->texts.find(language()) : decltype(one->texts.end())();
    m_text->setText(one && text != one->texts.end() ? text->second : QString());
    m_text->setHint(one && !one->own ? tr("empty: the usual one") : QString());
    showReading();
}

void TemplateForm::showReading()
{
    const QString typed = m_text->text().trimmed();
    if (const auto sound = conversations::checkFields(typed); !sound) {
        m_reading->setText(desk().sentence(sound.error()));
        return;
    }
    if (typed.isEmpty() || !m_sample) {
        m_reading->setText({});
        return;
    }
    const auto facts = conversations::factsAbout(desk().session(), desk().door(), *m_sample, QLocale(language()));
    m_reading->setText(facts ? tr("Reads:\n%1").arg(conversations::fillKnown(typed, *facts))
                             : desk().sentence(facts.error()));
}

void TemplateForm::focusFirst()
{
    m_text->edit()->setFocus(Qt::OtherFocusReason);
}

void TemplateForm::submit()
{
    if (isBusy())
        return;
    MessageTemplateService service(desk().session(), desk().door());
    const QString text = m_text->text();
    if (const MessageTemplate *one = chosen())
        return write([service, key = one->key, language = language(), text]() mutable {
            return service.setText(key, language, text);
        });
    write([service, name = m_name->text(), offer = m_offer->isChecked(), language = language(), text]() mutable {
        return service.add(name, offer, language, text);
    });
}

void TemplateForm::removeOwn()
{
    if (const MessageTemplate *one = chosen(); one && one->own && !isBusy())
        write([this, key = one->key] { return MessageTemplateService(desk().session(), desk().door()).remove(key); });
}

} // namespace thimblely::ui
