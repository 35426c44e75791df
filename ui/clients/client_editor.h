// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_service.h"
#include "ui/clients/client_form.h"
#include "ui/widgets/pane.h"

#include <optional>

class QComboBox;
class QGridLayout;
class QScrollArea;

namespace thimblely::ui {

class Button;
class ClientTerms;
class Desk;
class DuplicateNotice;
class FieldEdit;
class Label;
class PhoneRows;
class Segmented;
class TextArea;

/*!
 * All fields of a client, in place of the card. What is typed is on the disk within a second and comes back with a
 * sentence that says so, until it is saved or dropped by name. A field that cannot be stored says why under itself; a
 * phone number that looks wrong is asked about once and then stored as typed; somebody like this who is there already
 * is named at once.
 */
class ClientEditor : public Pane {
    Q_OBJECT
public:
    explicit ClientEditor(Desk &desk, QWidget *parent = nullptr);

    //! A client that is there. False where it could not be read.
    bool edit(ClientId id);
    //! A new one; `typed` is a phone number or a name that was searched for, `payer` who pays for them.
    void startNew(const QString &typed, std::optional<ClientId> payer = {});
    std::optional<ClientId> client() const { return m_client; }
    //! Checks and saves; finished() comes when it is on the disk.
    void save();
    void focusFirst();
    //! The person goes away from it: what was typed stays, and is not told of at the next sign-in.
    void leave();
    //! Whether something typed is not saved yet.
    bool isChanged() const;

Q_SIGNALS:
    void finished(thimblely::ClientId client);
    //! Back to the card; what was typed stays as a draft.
    void leaveRequested();
    //! The card of somebody else, instead of what is typed; that stays as a draft.
    void otherRequested(thimblely::ClientId client);
    void mergeRequested(thimblely::ClientId stays, thimblely::ClientId goes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void layOut();
    void connectParts();
    void begin(const ClientForm &stored, const QString &subject, const QString &title);
    void restoreDraft();
    void keepDraft(bool left);
    void dropDraft();
    void keep();
    void fill(const ClientForm &form);
    ClientForm form() const;
    void clearErrors();
    bool showProblems(const std::vector<FieldProblem> &problems);
    bool showDoubts(const ClientDraft &draft);
    bool asksWhoItIs(const ClientDraft &draft);
    void setPayer(ClientId payer);
    QWidget *widgetOf(ClientField field) const;
    static constexpr char DraftScreen[] = "client";
    void refused(const Error &error);

    Desk &m_desk;
    std::optional<ClientId> m_client;
    ClientForm m_stored; //!< what the fields were at the start
    QString m_subject;
    bool m_filling = false;
    bool m_saving = false;
    Label *m_title = nullptr;
    Label *m_state = nullptr;
    Button *m_drop = nullptr;
    Button *m_save = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    FieldEdit *m_name = nullptr;
    PhoneRows *m_phones = nullptr;
    FieldEdit *m_email = nullptr;
    FieldEdit *m_company = nullptr;
    TextArea *m_address = nullptr;
    FieldEdit *m_birthDate = nullptr;
    QWidget *m_genderField = nullptr;
    Segmented *m_gender = nullptr;
    TextArea *m_fitNotes = nullptr;
    TextArea *m_notes = nullptr;
    FieldEdit *m_tags = nullptr;
    QWidget *m_localeField = nullptr;
    QComboBox *m_locale = nullptr;
    ClientTerms *m_terms = nullptr;
    DuplicateNotice *m_duplicates = nullptr;
    std::vector<Phone> m_doubted; //!< asked about already
};

} // namespace thimblely::ui
