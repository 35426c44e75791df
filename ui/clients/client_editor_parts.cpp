// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_editor.h"
#include "ui/clients/client_terms.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/clients/labelled.h"
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

// What the editor is made of and where it stands; what it does is in client_editor.cpp.

namespace thimblely::ui {

namespace {

constexpr int TwoColumnsFrom = 640; // px at 100 %

//! The languages that messages can be written in, each called as its speakers call it.
constexpr std::pair<const char *, const char *> languages[] = {
    {"en", "English"}, {"fr", "Français"}, {"es", "Español"}, {"ar", "العربية"}, {"hi", "हिन्दी"}, {"sw", "Kiswahili"}};

} // namespace

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
    // Made in the order in which they stand, which is that of the Tab key.
    m_name = new FieldEdit(tr("Name"), body);
    m_phones = new PhoneRows(body);
    m_duplicates = new DuplicateNotice(m_desk, body);
    m_birthDate = new FieldEdit(tr("Birth date"), body);
    m_gender = new Segmented(tr("Measured as"), body);
    for (const QString &word : {tr("Not said"), tr("Woman"), tr("Man")})
        m_gender->addSegment(word);
    m_gender->setSmall(true);
    m_genderField = labelled(tr("Measured as"), m_gender, body);
    m_fitNotes = new TextArea(tr("Fit notes"), 3, body);
    m_fitNotes->setHint(tr("one a line, shown at the next order"));
    m_terms = new ClientTerms(m_desk, body);
    m_email = new FieldEdit(tr("E-mail"), body);
    m_email->edit()->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_company = new FieldEdit(tr("Company"), body);
    m_address = new TextArea(tr("Address"), 3, body);
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
    QWidget *const left[] = {m_name, m_phones, m_duplicates, m_birthDate, m_genderField, m_fitNotes, m_terms};
    QWidget *const right[] = {m_email, m_company, m_address, m_tags, m_notes, m_localeField};
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
    connect(m_terms, &ClientTerms::edited, this, &ClientEditor::keep);
    connect(m_duplicates, &DuplicateNotice::openRequested, this, &ClientEditor::otherRequested);
    connect(m_duplicates, &DuplicateNotice::familyRequested, this, &ClientEditor::setPayer);
    connect(m_duplicates, &DuplicateNotice::settled, m_save, qOverload<>(&QWidget::setFocus));
    connect(m_duplicates, &DuplicateNotice::mergeRequested, this, [this](ClientId other) {
        if (m_client)
            Q_EMIT mergeRequested(*m_client, other);
    });
    connect(m_gender, &Segmented::currentIndexChanged, this, &ClientEditor::keep);
    connect(m_locale, &QComboBox::activated, this, &ClientEditor::keep);
    connect(m_save, &QAbstractButton::clicked, this, &ClientEditor::save);
    connect(m_drop, &QAbstractButton::clicked, this, &ClientEditor::dropDraft);
    connect(&m_desk.drafts(), &DraftKeeper::saved, this,
            [this](const QByteArray &where, const QString &subject, Instant at) {
                if (where != DraftScreen || subject != m_subject || !isChanged())
                    return;
                const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone()));
                m_state->setText(tr("Draft, safe on this computer since %1. Not saved yet.")
                                     .arg(m_desk.locale().toString(time.time(), QLocale::ShortFormat)));
            });
}

} // namespace thimblely::ui
