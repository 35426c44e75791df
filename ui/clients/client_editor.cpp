// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_editor.h"

#include "core/clients/phone_number.h"
#include "ui/clients/client_terms.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/clients/phone_rows.h"
#include "ui/clients/text_area.h"
#include "ui/desk/desk.h"
#include "ui/desk/draft_keys.h"
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

bool looksLikePhone(const QString &typed)
{
    return phoneDigits(typed).size() >= 3 &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

ClientEditor::ClientEditor(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::None, parent), m_desk(desk)
{
    build();
    connectParts();
    layOut();
    connect(&Theme::instance(), &Theme::changed, this, &ClientEditor::layOut);
}

bool ClientEditor::edit(ClientId id)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return false;
    }
    m_client = client->id; // where the card was merged, the one it was merged into
    begin(ClientForm::of(client->fields, client->payerName, m_desk.locale()), client->id.toString(),
          client->fields.name);
    return true;
}

void ClientEditor::startNew(const QString &typed, std::optional<ClientId> payer)
{
    m_client.reset();
    const QString words = typed.simplified();
    ClientForm blank;
    // Each beginning has a draft of its own: searching for the next person does not write over the one before.
    begin(blank, words.isEmpty() ? QStringLiteral("new") : QStringLiteral("new ") + words, tr("New client"));
    const bool hasDraft = m_desk.drafts().kept(DraftScreen, m_subject).has_value();
    if (looksLikePhone(words))
        blank.phones = {{words, PhoneUse::Call}};
    else
        blank.name = words;
    if (!hasDraft)
        fill(blank);
    if (payer && !hasDraft)
        setPayer(*payer);
}

void ClientEditor::begin(const ClientForm &stored, const QString &subject, const QString &title)
{
    m_stored = stored;
    m_subject = subject;
    m_saving = false;
    m_doubted.clear();
    m_duplicates->forget();
    m_duplicates->setMergeOffered(m_client && m_desk.principal().can(access::Capability::ClientsDelete));
    warmUpPhones();
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
    const auto kept = m_desk.drafts().kept(DraftScreen, m_subject);
    if (!kept)
        return;
    const ClientForm typed = ClientForm::fromJson(*kept);
    if (typed == m_stored)
        return;
    fill(typed);
    keepDraft(false); // it is being typed again
    m_state->setText(tr("\u25c6 What was typed before is back. It is not saved yet."));
}

//! With what begunForms() tells of it by, and whether the person left it so themselves.
void ClientEditor::keepDraft(bool left)
{
    QJsonObject typed = form().toJson();
    typed.insert(draft::title, m_title->text());
    typed.insert(draft::left, left);
    m_desk.drafts().keep(DraftScreen, m_subject, typed);
}

void ClientEditor::leave()
{
    if (isChanged())
        keepDraft(true);
}

void ClientEditor::dropDraft()
{
    m_desk.drafts().discard(DraftScreen, m_subject);
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
        keepDraft(false);
    else
        m_desk.drafts().discard(DraftScreen, m_subject);
    if (changed)
        m_duplicates->look(read(form(), m_desk.today(), m_desk.locale(), m_desk.profile().currency).draft, m_client);
}

//! Who pays for the one that is typed, found by the notice or come with the page.
void ClientEditor::setPayer(ClientId payer)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(payer);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    ClientForm typed = form();
    typed.payer = client->fields.payer.value_or(client->id);
    typed.payerName = client->fields.payer ? client->payerName : client->fields.name;
    fill(typed);
    keep();
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
    m_terms->show(form);
    m_birthDate->edit()->setPlaceholderText(
        dateToType(Date::parse(u"1990-12-31").valueOr(m_desk.today()), m_desk.locale()));
    clearErrors();
    m_drop->setVisible(isChanged());
    m_filling = false;
}

ClientForm ClientEditor::form() const
{
    ClientForm form;
    form.name = m_name->text();
    form.phones = m_phones->phones();
    form.email = m_email->text();
    form.company = m_company->text();
    form.address = m_address->text();
    form.birthDate = m_birthDate->text();
    form.gender = GenderForFit(std::max(0, m_gender->currentIndex()));
    form.fitNotes = m_fitNotes->text();
    form.notes = m_notes->text();
    form.tags = m_tags->text();
    form.locale = m_locale->currentData().toString();
    m_terms->readInto(form);
    return form;
}

void ClientEditor::clearErrors()
{
    for (FieldEdit *field : {m_name, m_email, m_company, m_birthDate, m_tags})
        field->clearError();
    for (TextArea *area : {m_address, m_fitNotes, m_notes})
        area->setError({});
    m_phones->clearErrors();
    m_terms->clearErrors();
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
    case ClientField::Payer:
    case ClientField::Relation:
    case ClientField::TaxId:
    case ClientField::CreditLimit:
        return m_terms->fieldOf(field);
    }
    Q_UNREACHABLE();
}

bool ClientEditor::showProblems(const std::vector<FieldProblem> &problems)
{
    clearErrors();
    for (const FieldProblem &problem : problems) {
        const QString sentence = m_desk.sentence(problem.error);
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

//! A number that looks wrong is asked about once; saved again, it is stored as typed.
bool ClientEditor::showDoubts(const ClientDraft &draft)
{
    const auto isAskedAbout = [this](const Phone &phone) {
        return std::ranges::find(m_doubted, phone.number, &Phone::number) != m_doubted.end() ||
               std::ranges::find(m_stored.phones, phone.number, &Phone::number) != m_stored.phones.end();
    };
    bool doubted = false;
    for (size_t i = 0; i < draft.phones.size(); ++i) {
        const Phone &phone = draft.phones[i];
        const auto reading = readPhone(phone.number, m_desk.profile().countryCode);
        const auto sure = asError(reading.doubt, phone.number);
        if (sure || isAskedAbout(phone))
            continue;
        doubted = true;
        m_doubted.push_back(phone);
        m_phones->setError(int(i), tr("%1 Save again keeps it as typed.").arg(m_desk.sentence(sure.error())));
    }
    if (doubted)
        m_phones->focusFirst();
    return doubted;
}

//! Somebody like them is there already: said once whether that is the same person.
bool ClientEditor::asksWhoItIs(const ClientDraft &draft)
{
    const ClientForm typed = form();
    const bool asBefore = m_client && typed.name == m_stored.name && typed.phones == m_stored.phones &&
                          typed.birthDate == m_stored.birthDate;
    if (asBefore || !m_duplicates->holds(draft, m_client))
        return false;
    m_scroll->ensureWidgetVisible(m_duplicates);
    m_state->setText(tr("\u25b2 Not saved yet: say first who this is."));
    return true;
}

void ClientEditor::save()
{
    if (m_saving)
        return;
    const ReadForm result = read(form(), m_desk.today(), m_desk.locale(), m_desk.profile().currency);
    if (showProblems(result.problems) || showDoubts(result.draft) || asksWhoItIs(result.draft))
        return;
    if (m_client && !isChanged()) {
        m_desk.drafts().discard(DraftScreen, m_subject);
        Q_EMIT finished(*m_client);
        return;
    }
    m_saving = true;
    const QString subject = m_subject;
    const auto failed = [this](const Error &error) { refused(error); };
    const auto saved = [this, subject](ClientId id) {
        m_saving = false;
        m_desk.drafts().discard(DraftScreen, subject);
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
    m_state->setText(tr("\u25b2 Not saved: %1").arg(m_desk.sentence(error)));
}

void ClientEditor::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->end(false);
}

} // namespace thimblely::ui
