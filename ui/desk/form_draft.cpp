// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/form_draft.h"

#include "ui/desk/desk.h"
#include "ui/desk/draft_keys.h"
#include "ui/desk/form_fields.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHash>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QTimeZone>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr const char *leftOut = "thimblely.left_out_of_drafts";
constexpr const char *screenPrefix = "form:";

constexpr QLatin1String fieldsKey("fields"); // by their keys, those that were changed
constexpr QLatin1String shapeKey("shape");
constexpr QLatin1String typedAtKey("typed_at");
constexpr QLatin1String sentKey("sent");

bool isLeftOut(const QWidget *widget, const QWidget *form)
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget->property(leftOut).toBool())
            return true;
        if (widget == form)
            break;
    }
    return false;
}

} // namespace

FormDraft::FormDraft(Desk &desk, QWidget *form) : QObject(form), m_desk(desk), m_form(form)
{
    // Looked at once the turn of the loop is over: a form that is filled anew and begun in it was not typed into.
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &FormDraft::keep);
}

void FormDraft::leaveOut(QWidget *widget)
{
    widget->setProperty(leftOut, true);
}

//! In the order they were made, which is the same each time; a name of its own comes before a number.
void FormDraft::find()
{
    m_fields.clear();
    QHash<char, int> numbers;
    auto all = m_form->findChildren<QWidget *>();
    all.prepend(m_form); // which may be the one field
    for (QWidget *widget : all) {
        if (isLeftOut(widget, m_form))
            continue;
        const char kind = kindOfField(widget);
        if (kind == '\0') {
            if (qobject_cast<QLineEdit *>(widget)) // shown for once or not, it stays a secret
                leaveOut(widget);
            continue;
        }
        const int number = numbers[kind]++;
        const QString name = widget->objectName();
        const bool named = !name.isEmpty() && !name.startsWith(QLatin1String("qt_"));
        m_fields.append({named ? name : QLatin1Char(kind) + QString::number(number), widget, valueOfField(widget)});
        if (auto *line = qobject_cast<QLineEdit *>(widget))
            connect(line, &QLineEdit::textChanged, this, &FormDraft::touch, Qt::UniqueConnection);
        else if (auto *text = qobject_cast<QPlainTextEdit *>(widget))
            connect(text, &QPlainTextEdit::textChanged, this, &FormDraft::touch, Qt::UniqueConnection);
        else if (auto *choice = qobject_cast<QComboBox *>(widget))
            connect(choice, &QComboBox::currentTextChanged, this, &FormDraft::touch, Qt::UniqueConnection);
        else if (auto *segments = qobject_cast<Segmented *>(widget))
            connect(segments, &Segmented::currentIndexChanged, this, &FormDraft::touch, Qt::UniqueConnection);
        else if (auto *box = qobject_cast<QCheckBox *>(widget))
            connect(box, &QCheckBox::toggled, this, &FormDraft::touch, Qt::UniqueConnection);
    }
}

//! What a later version, or another piece of work, has other fields than it was typed into tells by this.
QString FormDraft::shape() const
{
    QString shape;
    for (const Field &field : m_fields)
        shape += field.widget ? QLatin1Char(kindOfField(field.widget)) : QLatin1Char('-');
    return shape;
}

QJsonObject FormDraft::typed() const
{
    QJsonObject typed;
    for (const Field &field : m_fields) {
        if (!field.widget)
            continue;
        const QJsonValue now = valueOfField(field.widget);
        if (now != field.shown)
            typed.insert(field.key, now);
    }
    return typed;
}

void FormDraft::begin(const QByteArray &screen, const QString &subject, const QString &title)
{
    const QByteArray now = screenPrefix + screen;
    const bool goesOn = m_live && m_screen == now && m_subject == subject; // read anew beneath what is typed
    if (m_live && !goesOn)
        noteLeft(m_screen, m_subject);
    m_live = false;
    m_look.stop();
    m_left = false;
    m_isOfOtherShape = false;
    m_screen = now;
    m_subject = subject;
    m_title = title;
    find();
    const auto kept = m_desk.drafts().kept(m_screen, m_subject);
    if (!goesOn)
        tell({});
    if (kept) {
        m_isOfOtherShape = kept->value(shapeKey).toString() != shape();
        if (!m_isOfOtherShape)
            layOver(kept->value(fieldsKey).toObject());
        if (!goesOn)
            tell(wordsOf(*kept));
    }
    m_live = true;
    if (kept)
        keep(); // not left any more; or it stands there by now, whoever did it
}

//! Choices first: they may show other fields, and fill some.
void FormDraft::layOver(const QJsonObject &fields)
{
    for (const bool texts : {false, true}) {
        for (const Field &field : std::as_const(m_fields)) {
            if (field.widget && fields.contains(field.key) && isTextField(field.widget) == texts)
                putIntoField(field.widget, fields.value(field.key));
        }
    }
}

QString FormDraft::wordsOf(const QJsonObject &kept) const
{
    const auto at = Instant(qint64(kept.value(typedAtKey).toDouble()));
    const Date day = m_desk.calendar().dayOf(at);
    const QTime clock = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone())).time();
    const QString time = m_desk.locale().toString(clock, QLocale::ShortFormat);
    const QString when = day == m_desk.today()
                             ? time
                             : tr("%1, %2", "day and time")
                                   .arg(m_desk.locale().toString(day.toQDate(), QStringLiteral("ddd d MMM")), time);
    if (m_isOfOtherShape) {
        QStringList texts;
        const QJsonObject fields = kept.value(fieldsKey).toObject();
        for (const QJsonValue &value : fields) {
            if (value.isString() && !value.toString().isEmpty())
                texts.append(tr("“%1”").arg(value.toString()));
        }
        return tr("Typed here at %1 and not done; the form has other fields now: %2")
            .arg(when, m_desk.locale().createSeparatedList(texts));
    }
    if (kept.value(sentKey).toBool())
        return tr("What was typed at %1 is back. It was on its way to the file when the program stopped: look in the "
                  "history whether it was done before you do it again.")
            .arg(when);
    return tr("What was typed at %1 is back. It is not done yet.").arg(when);
}

void FormDraft::tell(const QString &sentence)
{
    if (std::exchange(m_sentence, sentence) != sentence)
        Q_EMIT told();
}

void FormDraft::touch()
{
    if (m_live)
        m_look.start();
}

void FormDraft::keepNow()
{
    if (!m_look.isActive())
        return;
    m_look.stop();
    keep();
}

void FormDraft::keep()
{
    if (!m_live)
        return;
    if (isChanged()) {
        m_isOfOtherShape = false; // what is typed now takes its place
        save();
        return;
    }
    if (m_isOfOtherShape)
        return;
    m_desk.drafts().discard(m_screen, m_subject);
    tell({});
}

void FormDraft::save()
{
    m_desk.drafts().keep(m_screen, m_subject,
                         {{draft::title, m_title},
                          {fieldsKey, typed()},
                          {shapeKey, shape()},
                          {typedAtKey, double(m_desk.clock().now().msecs())},
                          {draft::left, m_left},
                          {sentKey, m_sent && m_sentSubject == m_subject}});
}

//! Another thing was taken up in its place.
void FormDraft::noteLeft(const QByteArray &screen, const QString &subject)
{
    auto kept = m_desk.drafts().kept(screen, subject);
    if (!kept)
        return;
    kept->insert(draft::left, true);
    m_desk.drafts().keep(screen, subject, *kept);
}

void FormDraft::leave()
{
    if (!m_live)
        return;
    m_look.stop();
    m_left = true;
    if (isChanged())
        save();
    m_live = false;
    tell({});
}

void FormDraft::forget()
{
    if (std::exchange(m_sent, false) && m_sentSubject != m_subject)
        return m_desk.drafts().discard(m_screen, m_sentSubject); // another one stands there by now
    m_look.stop();
    m_live = false;
    m_desk.drafts().discard(m_screen, m_subject);
    tell({});
}

void FormDraft::drop()
{
    m_live = false;
    QJsonObject shown;
    for (const Field &field : std::as_const(m_fields))
        shown.insert(field.key, field.shown);
    layOver(shown);
    m_look.stop();
    m_isOfOtherShape = false;
    m_live = true;
    m_desk.drafts().discard(m_screen, m_subject);
    tell({});
}

void FormDraft::send(std::function<void()> write)
{
    if (!m_live || !isChanged())
        return write();
    m_sent = true;
    m_sentSubject = m_subject;
    save();
    m_desk.drafts().whenWritten(&m_desk.drafts(), [here = QPointer(this), write = std::move(write)] {
        if (here)
            write();
    });
}

void FormDraft::takeBack()
{
    if (std::exchange(m_sent, false) && m_live)
        keep();
}

QByteArray draftNameOf(const QObject &form)
{
    const QByteArray name = form.metaObject()->className();
    return name.mid(name.lastIndexOf(':') + 1);
}

QString begunForms(Desk &desk)
{
    QStringList begun;
    const auto all = desk.drafts().all();
    for (const auto &each : all) {
        if (!each.content.contains(draft::title) || each.content.value(draft::left).toBool())
            continue;
        begun.append(each.content.value(draft::title).toString());
        QJsonObject told = each.content;
        told.insert(draft::left, true);
        desk.drafts().keep(each.screen, each.subject, told);
    }
    if (begun.isEmpty())
        return {};
    return FormDraft::tr("Begun and not done: %1. Open it again, and what was typed stands there.")
        .arg(desk.locale().createSeparatedList(begun));
}

void dropErasedDrafts(Desk &desk)
{
    auto connection = desk.session().openConnection(storage::OpenOptions::Durability::Full);
    if (!connection)
        return desk.notices().fail(connection.error());
    changes::DraftStore store(**connection, desk.clock());
    QSet<std::pair<QByteArray, QString>> inFile;
    for (const auto &drafts : {store.all(), store.ofOtherSeats()}) {
        if (!drafts)
            return desk.notices().fail(drafts.error());
        for (const auto &draft : *drafts)
            inFile.insert({draft.screen, draft.subject});
    }
    const auto all = desk.drafts().all();
    for (const auto &draft : all) {
        if (!inFile.contains({draft.screen, draft.subject}))
            desk.drafts().discard(draft.screen, draft.subject);
    }
}

DraftLine::DraftLine(FormDraft &draft, QWidget *parent) : QWidget(parent)
{
    auto *words = new Label(TextStyle::Caption, Role::Text, {}, this);
    words->setWordWrap(true);
    auto *drop = new FlatButton(tr("Drop it"), this);
    drop->setButtonSize(Button::Size::Small);
    drop->setAccessibleDescription(tr("The form as it was before it was typed into"));
    auto *line = row(this, 8);
    line->addWidget(words, 1);
    line->addWidget(drop, 0, Qt::AlignTop);
    connect(drop, &QAbstractButton::clicked, &draft, &FormDraft::drop);
    const auto show = [this, words, &draft] {
        words->setText(QStringLiteral("\u25c6 ") + draft.sentence());
        setVisible(!draft.sentence().isEmpty());
    };
    connect(&draft, &FormDraft::told, this, show);
    show();
}

} // namespace thimblely::ui
