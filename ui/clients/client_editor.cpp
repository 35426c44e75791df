// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_editor.h"

#include "core/messages/error_sentences.h"
#include "ui/clients/phone_rows.h"
#include "ui/clients/text_area.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QScrollArea>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr char draftScreen[] = "client";
constexpr int TwoColumnsFrom = 640; // px at 100 %

//! The languages that messages can be written in, each called as its speakers call it.
constexpr std::pair<const char *, const char *> languages[] = {
    {"en", "English"}, {"fr", "Français"}, {"es", "Español"}, {"ar", "العربية"}, {"hi", "हिन्दी"}, {"sw", "Kiswahili"}};

bool looksLikePhone(const QString &typed)
{
    return phoneDigits(typed).size() >= 3 &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
}

//! A label over a control of its own kind.
QWidget *labelled(const QString &label, QWidget *control, QWidget *parent)
{
    auto *field = new QWidget(parent);
    auto *lines = column(field, 8);
    auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, label, field);
    words->setBuddy(control);
    lines->addWidget(words);
    lines->addWidget(control);
    lines->addStretch(1);
    control->setAccessibleName(label);
    return field;
}

} // namespace

ClientEditor::ClientEditor(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::None, parent), m_desk(desk)
{
    build();
    connectParts();
    layOut();
    connect(&Theme::instance(), &Theme::changed, this, &ClientEditor::layOut);
}

void ClientEditor::build()
{
    auto *head = new Pane(Role::Surface, Edge::Bottom, this);
    head->setMinimumHeight(80);
    m_title = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_title->setElided(true);
    m_state = new Label(TextStyle::Caption, Role::Muted, {}, head);
    m_state->setElided(true);
    m_drop = new PlainButton(tr("Drop changes"), head);
    m_save = new PrimaryButton(tr("Save"), head);
    m_save->setCaption(QStringLiteral("Ctrl+S"));
    auto *words = column(nullptr, 2);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_state);
    words->addStretch(1);
    auto *line = row(head, 12, {16, 12, 16, 12});
    line->addLayout(words, 1);
    line->addWidget(m_drop, 0, Qt::AlignVCenter);
    line->addWidget(m_save, 0, Qt::AlignVCenter);

    auto *body = new QWidget(this);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(16);
    m_name = new FieldEdit(tr("Name"), body);
    m_phones = new PhoneRows(body);
    m_gender = new Segmented(tr("Measured as"), body);
    for (const QString &word : {tr("Not said"), tr("Woman"), tr("Man")})
        m_gender->addSegment(word);
    m_gender->setSmall(true);
    m_genderField = labelled(tr("Measured as"), m_gender, body);
    m_fitNotes = new TextArea(tr("Fit notes"), 3, body);
    m_fitNotes->setHint(tr("one a line, shown at the next order"));
    m_email = new FieldEdit(tr("E-mail"), body);
    m_email->edit()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_company = new FieldEdit(tr("Company"), body);
    m_address = new TextArea(tr("Address"), 3, body);
    m_birthDate = new FieldEdit(tr("Birth date"), body);
    m_tags = new FieldEdit(tr("Tags"), body);
    m_tags->setHint(tr("with commas between them"));
    m_notes = new TextArea(tr("Notes"), 3, body);
    m_locale = new QComboBox(body);
    m_locale->addItem(tr("The shop\u2019s language"), QString());
    for (const auto &[code, name] : languages)
        m_locale->addItem(QString::fromUtf8(name), QString::fromLatin1(code));
    m_locale->setFixedHeight(metric::Input);
    m_localeField = labelled(tr("Language of messages"), m_locale, body);

    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *all = column(this, 0);
    all->addWidget(head);
    all->addWidget(m_scroll, 1);

    setTabOrder(m_locale, m_save); // what is saved comes after what was typed
    setTabOrder(m_save, m_drop);
}

void ClientEditor::layOut()
{
    const bool two = width() >= Theme::instance().px(TwoColumnsFrom);
    QWidget *const left[] = {m_name, m_phones, m_genderField, m_fitNotes};
    QWidget *const right[] = {m_email, m_company, m_address, m_birthDate, m_tags, m_notes, m_localeField};
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    auto *first = column(nullptr, 16);
    for (QWidget *field : left)
        first->addWidget(field);
    auto *second = two ? column(nullptr, 16) : first;
    for (QWidget *field : right)
        second->addWidget(field);
    first->addStretch(1);
    m_grid->addLayout(first, 0, 0);
    if (two) {
        second->addStretch(1);
        m_grid->addLayout(second, 0, 1);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, two ? 1 : 0);
    m_save->setCaption(width() >= Theme::instance().px(480) ? QStringLiteral("Ctrl+S") : QString());
    m_locale->setFont(Theme::instance().font(TextStyle::Body));
}

void ClientEditor::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    layOut();
}

void ClientEditor::connectParts()
{
    for (FieldEdit *field : {m_name, m_email, m_company, m_birthDate, m_tags}) {
        connect(field, &FieldEdit::edited, this, &ClientEditor::keep);
        connect(field->edit(), &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    }
    for (TextArea *area : {m_address, m_fitNotes, m_notes})
        connect(area, &TextArea::edited, this, &ClientEditor::keep);
    connect(m_phones, &PhoneRows::edited, this, &ClientEditor::keep);
    connect(m_gender, &Segmented::currentIndexChanged, this, &ClientEditor::keep);
    connect(m_locale, &QComboBox::activated, this, &ClientEditor::keep);
    connect(m_save, &QAbstractButton::clicked, this, &ClientEditor::save);
    connect(m_drop, &QAbstractButton::clicked, this, &ClientEditor::dropDraft);
    connect(&m_desk.drafts(), &DraftKeeper::saved, this,
            [this](const QByteArray &where, const QString &subject, Instant at) {
                if (where != draftScreen || subject != m_subject || !isChanged())
                    return;
                const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone()));
                m_state->setText(tr("Draft, safe on this computer since %1. Not saved yet.")
                                     .arg(m_desk.locale().toString(time.time(), QLocale::ShortFormat)));
            });
}

bool ClientEditor::edit(ClientId id)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return false;
    }
    m_client = id;
    begin(ClientForm::of(client->fields, m_desk.locale()), id.toString(), client->fields.name);
    return true;
}

void ClientEditor::startNew(const QString &typed)
{
    m_client.reset();
    const QString words = typed.simplified();
    ClientForm blank;
    // Each beginning has a draft of its own: searching for the next person does not write over the one before.
    begin(blank, words.isEmpty() ? QStringLiteral("new") : QStringLiteral("new ") + words, tr("New client"));
    if (words.isEmpty() || m_desk.drafts().kept(draftScreen, m_subject))
        return;
    if (looksLikePhone(words))
        blank.phones = {{words, PhoneUse::Call}};
    else
        blank.name = words;
    fill(blank);
}

void ClientEditor::begin(const ClientForm &stored, const QString &subject, const QString &title)
{
    m_stored = stored;
    m_subject = subject;
    m_saving = false;
    m_title->setText(title);
    m_state->setText(m_client ? tr("Esc goes back and keeps what was typed as a draft.")
                              : tr("Only the name is needed. Esc goes back and keeps what was typed."));
    fill(stored);
    restoreDraft();
    m_drop->setVisible(isChanged());
    m_scroll->ensureVisible(0, 0);
}

void ClientEditor::restoreDraft()
{
    const auto kept = m_desk.drafts().kept(draftScreen, m_subject);
    if (!kept)
        return;
    const ClientForm typed = ClientForm::fromJson(*kept);
    if (typed == m_stored)
        return;
    fill(typed);
    m_state->setText(tr("\u25c6 What was typed before is back. It is not saved yet."));
}

void ClientEditor::dropDraft()
{
    m_desk.drafts().discard(draftScreen, m_subject);
    fill(m_stored);
    Q_EMIT leaveRequested();
}

bool ClientEditor::isChanged() const
{
    return form() != m_stored;
}

void ClientEditor::keep()
{
    if (m_filling)
        return;
    const bool changed = isChanged();
    m_drop->setVisible(changed);
    if (changed)
        m_desk.drafts().keep(draftScreen, m_subject, form().toJson());
    else
        m_desk.drafts().discard(draftScreen, m_subject);
}

void ClientEditor::fill(const ClientForm &form)
{
    m_filling = true;
    m_name->setText(form.name);
    m_phones->setPhones(form.phones);
    m_email->setText(form.email);
    m_company->setText(form.company);
    m_address->setText(form.address);
    m_birthDate->setText(form.birthDate);
    m_gender->setCurrentIndex(int(form.gender));
    m_fitNotes->setText(form.fitNotes);
    m_notes->setText(form.notes);
    m_tags->setText(form.tags);
    int language = m_locale->findData(form.locale);
    if (language < 0) { // one that is not in our list stays what it is
        m_locale->addItem(QLocale(form.locale).nativeLanguageName(), form.locale);
        language = m_locale->count() - 1;
    }
    m_locale->setCurrentIndex(language);
    m_birthDate->edit()->setPlaceholderText(
        dateToType(Date::parse(u"1990-12-31").valueOr(m_desk.today()), m_desk.locale()));
    clearErrors();
    m_drop->setVisible(isChanged());
    m_filling = false;
}

ClientForm ClientEditor::form() const
{
    return {m_name->text(),
            m_phones->phones(),
            m_email->text(),
            m_company->text(),
            m_address->text(),
            m_birthDate->text(),
            GenderForFit(std::max(0, m_gender->currentIndex())),
            m_fitNotes->text(),
            m_notes->text(),
            m_tags->text(),
            m_locale->currentData().toString()};
}

void ClientEditor::clearErrors()
{
    for (FieldEdit *field : {m_name, m_email, m_company, m_birthDate, m_tags})
        field->clearError();
    for (TextArea *area : {m_address, m_fitNotes, m_notes})
        area->setError({});
    m_phones->clearErrors();
}

QWidget *ClientEditor::widgetOf(ClientField field) const
{
    switch (field) {
    case ClientField::Name:
        return m_name;
    case ClientField::Phone:
        return m_phones;
    case ClientField::Email:
        return m_email;
    case ClientField::Company:
        return m_company;
    case ClientField::Address:
        return m_address;
    case ClientField::BirthDate:
        return m_birthDate;
    case ClientField::FitNotes:
        return m_fitNotes;
    case ClientField::Notes:
        return m_notes;
    case ClientField::Tags:
        return m_tags;
    }
    Q_UNREACHABLE();
}

bool ClientEditor::showProblems(const std::vector<FieldProblem> &problems)
{
    clearErrors();
    for (const FieldProblem &problem : problems) {
        const QString sentence = messages::sentenceFor(problem.error);
        QWidget *widget = widgetOf(problem.field);
        if (auto *field = qobject_cast<FieldEdit *>(widget))
            field->setError(sentence);
        else if (auto *area = qobject_cast<TextArea *>(widget))
            area->setError(sentence);
        else
            m_phones->setError(problem.phone, sentence);
    }
    if (problems.empty())
        return false;
    QWidget *first = widgetOf(problems.front().field);
    if (first == m_phones)
        m_phones->focusFirst();
    else
        first->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(first);
    return true;
}

void ClientEditor::save()
{
    if (m_saving)
        return;
    const ReadForm result = read(form(), m_desk.today(), m_desk.locale());
    if (showProblems(result.problems))
        return;
    if (m_client && !isChanged()) {
        m_desk.drafts().discard(draftScreen, m_subject);
        Q_EMIT finished(*m_client);
        return;
    }
    m_saving = true;
    const QString subject = m_subject;
    const auto failed = [this](const Error &error) { refused(error); };
    const auto saved = [this, subject](ClientId id) {
        m_saving = false;
        m_desk.drafts().discard(draftScreen, subject);
        if (subject == m_subject) // nobody else was taken up meanwhile
            m_stored = form();
        Q_EMIT finished(id);
    };
    ClientService service(m_desk.session(), m_desk.door());
    if (m_client)
        m_desk.when(
            service.update(*m_client, result.draft), this, [saved, id = *m_client] { saved(id); }, failed);
    else
        m_desk.when(service.add(result.draft), this, saved, failed);
}

void ClientEditor::refused(const Error &error)
{
    m_saving = false;
    m_state->setText(tr("\u25b2 Not saved: %1").arg(messages::sentenceFor(error)));
}

void ClientEditor::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->end(false);
}

} // namespace thimblely::ui
